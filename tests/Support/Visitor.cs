using System.Net;
using System.Text.RegularExpressions;
using CapacityBoard.Access;

namespace CapacityBoard.Support;

/// <summary>Someone with a browser that runs no scripts: gets pages, fills forms in and sends them.</summary>
/// <param name="keepsConnections">False for one whose every request is a connection of its own.</param>
/// <param name="name">Who they are, signed in before they come; null for a stranger.</param>
internal sealed class Visitor(Uri address, bool keepsConnections = true, string? name = Sessions.Anyone, IReadOnlyList<Grant>? grants = null) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;
    private Uri _address = address;

    /// <summary>From now on another node answers, who is sent the same cookies.</summary>
    public void MoveTo(Uri node) => _address = node;

    public async Task<VisitedPage> Visit(string path)
    {
        using var response = await (await Browser()).GetAsync(new Uri(_address, path)).Within($"{path} is shown");
        return await VisitedPage.Of(response);
    }

    /// <summary>Sends a form as the page has it, with what is typed or tapped in it.</summary>
    public async Task<VisitedPage> Send(VisitedPage page, string form, params (string Name, string Value)[] typed)
    {
        var (action, fields) = page.Form(form, typed);
        return await Send(new(action, IsRead: false, fields));
    }

    public async Task<VisitedPage> Send(FoundForm form)
    {
        if (form.IsRead)
        {
            return await Visit($"{form.Action.Split('?')[0]}{Microsoft.AspNetCore.Http.QueryString.Create(form.Fields!)}");
        }

        using var body = new FormUrlEncodedContent(form.Fields);
        return await Post(form.Action, body);
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<VisitedPage> Upload(VisitedPage page, string form, byte[] file, params (string Name, string Value)[] typed)
    {
        var (action, fields) = page.Form(form, typed);
        using var body = new MultipartFormDataContent { { new ByteArrayContent(file), "Directory", "homes.csv" } };
        foreach (var (name, value) in fields.Where(field => field.Key != "Directory"))
        {
            body.Add(new StringContent(value), name);
        }

        return await Post(action, body);
    }

    public void Dispose() => _http?.Dispose();

    private async Task<HttpClient> Browser()
    {
        if (_http is null && name is not null)
        {
            _cookies.Add(_address, new Cookie(Sessions.CookieName, await Sessions.CookieOf(_address, name, grants)));
        }

        return _http ??= new(new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            PooledConnectionLifetime = keepsConnections ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
        });
    }

    private async Task<VisitedPage> Post(string action, HttpContent body)
    {
        using var response = await (await Browser()).PostAsync(new Uri(_address, action), body).Within($"{action} is answered");
        return await VisitedPage.Of(response);
    }
}

/// <summary>One of a page's forms, with a value for each of its fields.</summary>
/// <param name="IsRead">True for one that asks for a page and changes nothing.</param>
internal sealed record FoundForm(string Action, bool IsRead, IReadOnlyDictionary<string, string> Fields);

/// <param name="Path">Where the visitor is now, redirects followed.</param>
internal sealed partial record VisitedPage(int Status, string Path, string Html)
{
    public string Title => WebUtility.HtmlDecode(Regex.Match(Html, "<title>(.*?)</title>").Groups[1].Value);

    /// <summary>What one reads on it, in one line.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ");

    /// <summary>What was said to be done.</summary>
    public string Said => Between("data-said>", "</div>");

    /// <summary>The key that an authenticator app is set up with here.</summary>
    public string AppKey => Between("<code class=\"cb-key\">", "</code>");

    /// <summary>Recovery codes that are told here, the only time.</summary>
    public IReadOnlyList<string> RecoveryCodes => [.. Codes().Matches(Html).Select(code => code.Groups[1].Value)];

    public string ErrorSummary => Between("nhsuk-error-summary__list\">", "</ul>");

    public static async Task<VisitedPage> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());

    public (string Action, Dictionary<string, string> Fields) Form(string id, params (string Name, string Value)[] typed)
    {
        var form = Forms().Matches(Html).FirstOrDefault(each => Attribute(each.Value, "id") == id).ShouldNotBeNull($"There is no form {id} in {Text}").Value;
        var fields = Inputs().Matches(form)
            .Where(input => Attribute(input.Value, "type") is not ("radio" or "checkbox") || input.Value.Contains("checked", StringComparison.Ordinal))
            .Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value") ?? ""))
            .Where(input => input.Name is not null)
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return (Attribute(form, "action") ?? Path, fields);
    }

    /// <summary>All of the page's forms. Of several values to choose from each field has the last.</summary>
    public IEnumerable<FoundForm> AllForms() => Forms().Matches(Html).Select(form => (form.Value, Start: Start().Match(form.Value).Value)).Select(form => new FoundForm(
        Attribute(form.Start, "action") ?? Path,
        Attribute(form.Start, "method") != "post",
        Controls().Matches(form.Value)
            .Select(control => (Name: Attribute(control.Groups[1].Value, "name"), Value: Attribute(control.Groups[1].Value, "value") ?? LastOption(control.Value)))
            .Where(field => field.Name is not null)
            .GroupBy(field => field.Name!)
            .ToDictionary(field => field.Key, field => field.Last().Value)));

    /// <summary>Where its links on this server lead to.</summary>
    public IEnumerable<string> Links => Hrefs().Matches(Html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

    private static string LastOption(string control) => Options().Matches(control) is [.., var last] ? WebUtility.HtmlDecode(last.Groups[1].Value) : "";

    private string Between(string start, string end) => Html.IndexOf(start, StringComparison.Ordinal) is var at and >= 0
        ? (this with { Html = Html[at..Html.IndexOf(end, at, StringComparison.Ordinal)][start.Length..] }).Text.Trim()
        : "";

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("^<form[^>]*>")]
    private static partial Regex Start();

    [GeneratedRegex("(<(?:input|textarea|button|select)[^>]*>)(?:(?<=<select[^>]*>).*?</select>)?", RegexOptions.Singleline)]
    private static partial Regex Controls();

    [GeneratedRegex("<option[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Options();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Hrefs();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<li><code>([^<]*)</code></li>")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
