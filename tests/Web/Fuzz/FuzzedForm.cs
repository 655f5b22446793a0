using System.Text;
using CapacityBoard.Support;

namespace CapacityBoard.Fuzz;

/// <summary>A page's form with some fields mistyped, left out, doubled or added, or sent as no form is: the same for the same seed and number.</summary>
internal sealed class FuzzedForm
{
    private const string Operation = "operation";

    private readonly Random _random;
    private readonly List<KeyValuePair<string, string>> _fields = [];

    /// <param name="token">Whoever sends it has this one for all forms.</param>
    public FuzzedForm(IReadOnlyList<FoundForm> forms, (string Name, string Value) token, int seed, int number)
    {
        _random = new(unchecked((seed * 1_000_003) + number));
        var form = forms[number % forms.Count];
        Action = _random.Chance(0.05) ? WithWrong(form.Action) : form.Action;
        foreach (var (name, value) in form.Fields.Where(field => field.Key != token.Name))
        {
            Add(name, name == Operation && _random.Chance(0.9) ? Guid.CreateVersion7().ToString("n") : value);
        }

        if (form.IsRead)
        {
            Action = $"{Action.Split('?')[0]}?{Encoding.ASCII.GetString(Urlencoded())}";
            IsRead = true;
        }

        _fields.Add(new(_random.Chance(0.02) ? "odd" : token.Name, token.Value));
    }

    public string Action { get; }

    /// <summary>True for one that asks for a page, with its fields in its address.</summary>
    public bool IsRead { get; }

    public async Task<HttpContent> Content() => _random.Next(20) switch
    {
        0 => Torn(Urlencoded(), _random.Of(OddValues.ContentTypes.Where(type => Ascii.IsValid(type)).ToList())),
        1 => Torn(Urlencoded(), "application/x-www-form-urlencoded"),
        2 or 3 or 4 => Multipart(),
        5 => Torn(await Multipart().ReadAsByteArrayAsync(), "multipart/form-data; boundary=x"),
        _ => Sent(Urlencoded(), "application/x-www-form-urlencoded"),
    };

    public override string ToString() => $"{(IsRead ? "GET" : "POST")} {Action}\n{string.Join('\n', _fields.Select(field => $"{field.Key}={(field.Value.Length > 200 ? $"{field.Value[..200]}…" : field.Value)}"))}";

    private void Add(string name, string value)
    {
        var typed = _random.Chance(0.25) ? _random.Of(OddValues.Texts) : value;
        foreach (var _ in Enumerable.Range(0, _random.Next(25) switch { 0 => 0, 1 => 2, _ => 1 }))
        {
            _fields.Add(new(_random.Chance(0.01) ? _random.Of(OddValues.Texts) : name, typed));
        }
    }

    private string WithWrong(string action) => _random.Next(3) switch
    {
        0 => $"{action.Split('?')[0]}?{_random.Of(OddValues.InAddresses)}",
        1 => $"{action}{(action.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{_random.Of(["at", "site", "stay", "type", "handler", "bed"])}={_random.Of(OddValues.InAddresses)}",
        _ => $"{action}/{_random.Of(OddValues.InAddresses)}",
    };

    private byte[] Urlencoded() => Encoding.ASCII.GetBytes(string.Join('&', _fields.Select(field => $"{Encoded(field.Key)}={Encoded(field.Value)}")));

    /// <summary>A half of a surrogate pair as the three bytes that it would be.</summary>
    private static string Encoded(string text) => string.Join("%ED%A0%80", text.Split('\ud800').Select(Uri.EscapeDataString));

    private MultipartFormDataContent Multipart()
    {
        var content = new MultipartFormDataContent("x");
        foreach (var (name, value) in _fields.Where(field => field.Key.Length > 0 && field.Key.All(char.IsAsciiLetterOrDigit)))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(_random.Of(OddValues.Texts))), _random.Of(["Directory", "odd"]), _random.Of(["homes.csv", "../x", "\u00e9"]));
        return content;
    }

    private ByteArrayContent Torn(byte[] bytes, string type)
    {
        byte[] torn = _random.Next(4) switch
        {
            0 => bytes[..(bytes.Length / 2)],
            1 => [.. bytes, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(each => $"&odd{each}=")))],
            2 => [.. bytes, .. "&odd="u8, .. Enumerable.Repeat((byte)'x', 70_000)],
            _ => [.. "%zz&=&&%00=%&a[0].b=1&"u8, .. bytes],
        };
        return Sent(torn, type);
    }

    private static ByteArrayContent Sent(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
