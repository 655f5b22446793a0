using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Fuzz;

/// <summary>A request to the API that is nearly right, or not at all: the same for the same seed and number.</summary>
internal sealed partial class FuzzedRequest
{
    private static readonly SiteKey[] CareHomes = [EveryState.Limes, EveryState.Silent, EveryState.Closed, SiteKey.Of(EveryState.Locality, "the-fuzzed-house")];

    private static readonly SiteKey[] Wards = [EveryState.Ward, EveryState.OtherWard, EveryState.WardElsewhere];

    private readonly Random _random;
    private readonly ApiOperation _operation;
    private readonly IReadOnlyList<string> _callers;
    private readonly SiteKey _site;

    public FuzzedRequest(JsonNode description, IReadOnlyList<ApiOperation> operations, IReadOnlyList<string> callers, int seed, int number)
    {
        (_random, _callers) = (new(unchecked((seed * 1_000_003) + number)), callers);
        _operation = operations[number % operations.Count];
        _site = Site();
        Body = BodyOf(description);
        Head = $"{Method} {Target()} HTTP/1.1\r\n{string.Concat(Headers().Select(header => $"{header}\r\n"))}\r\n";
    }

    public string Method => field ??= _random.Chance(0.03) ? _random.Of(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"]) : _operation.Method;

    public string Head { get; }

    public byte[] Body { get; private set; }

    /// <summary>As it goes over the network; headers may have letters that are not of ASCII.</summary>
    public byte[] Bytes => [.. Encoding.UTF8.GetBytes(Head), .. Body];

    public override string ToString() => $"{Shortened(Head)}{Shortened(Encoding.UTF8.GetString(Body))}";

    private static string Shortened(string text) => text.Length > 2_000 ? $"{text[..2_000]}… ({text.Length:N0} in all)" : text;

    private SiteKey Site() => _operation.Path switch
    {
        var path when path.Contains("{ward}", StringComparison.Ordinal) => _random.Of(Wards),
        var path when path.Contains("home-care", StringComparison.Ordinal) => EveryState.Agency,
        var path when path.Contains("intermediate", StringComparison.Ordinal) => EveryState.Unit,
        _ => _random.Of(CareHomes),
    };

    private string Target()
    {
        var path = Part().Replace(_operation.Path, part => _random.Chance(0.04) ? _random.Of(OddValues.InAddresses) : PartOf(part.Groups[1].Value));
        var query = _operation.Queries.Where(_ => _random.Chance(0.4)).Select(name => $"{name}={QueryOf(name)}");
        var more = _random.Chance(0.03) ? [$"{_random.Of(OddValues.InAddresses)}={_random.Of(OddValues.InAddresses)}", _random.Of(OddValues.InAddresses)] : Array.Empty<string>();
        return string.Join('&', [.. query, .. more]) is { Length: > 0 } all ? $"{path}?{all}" : path;
    }

    private string PartOf(string name) => name switch
    {
        "locality" => _site.Locality,
        "hospital" => _site.Hospital!,
        "ward" or "site" => _site.Name,
        _ => _random.Of(["beds", "delayed-transfers", "W-1", "1"]),
    };

    private string QueryOf(string name) => name switch
    {
        _ when _random.Chance(0.3) => _random.Of(OddValues.InAddresses),
        "stay" => "W-1",
        "site" => $"{EveryState.Ward}",
        "hospital" => EveryState.Ward.Hospital!,
        "version" => "1",
        "area" => "Stockport",
        "dryRun" or "skipBadRows" => "true",
        _ => Uri.EscapeDataString(TimeProvider.System.GetUtcNow().AddMinutes(-_random.Next(90_000)).ToString(_random.Chance(0.5) ? "O" : "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    private byte[] BodyOf(JsonNode description) => _operation switch
    {
        { BodyType: "text/csv" } => Encoding.UTF8.GetBytes(FuzzedDirectory()),
        { Body: { } schema } => new FuzzedJson(description, _site, _random).Body(schema),
        _ => _random.Chance(0.05) ? "{}"u8.ToArray() : [],
    };

    private string FuzzedDirectory()
    {
        var cells = Enumerable.Range(0, 4).Select(_ => string.Join(',', Enumerable.Range(0, 8).Select(_ => _random.Of(OddValues.Texts))));
        return $"Location ID,Location Name,Location Postal Code,Location Local Authority,Care homes beds,Location City,Care home?,Location Telephone Number\n{string.Join('\n', cells)}";
    }

    private IEnumerable<string> Headers()
    {
        yield return $"Host: {(_random.Chance(0.01) ? _random.Of(["", "elsewhere.example", "a b", "localhost:99999", "[::1", "\u00e9"]) : "localhost")}";
        if (_random.Of(_callers) is { Length: > 0 } caller)
        {
            yield return $"Authorization: {caller}";
        }

        if (_operation.BodyType is { } type || _random.Chance(0.02))
        {
            yield return $"Content-Type: {(_random.Chance(0.07) ? _random.Of(OddValues.ContentTypes) : _operation.BodyType)}";
        }

        if (_random.Chance(0.3))
        {
            yield return $"Idempotency-Key: {(_random.Chance(0.3) ? _random.Of(OddValues.Operations) : $"again{_random.Next(500)}")}";
        }

        if (_random.Chance(0.1))
        {
            yield return $"Acting-As: {_random.Of(["Sister Jones", "a via b", "", "\u00e9", new('x', 101), "\u202E", "API"])}";
        }

        for (var odd = _random.Chance(0.15) ? _random.Next(1, 4) : 0; odd > 0; odd--)
        {
            yield return _random.Of(OddValues.Headers);
        }

        yield return Framing();
    }

    /// <summary>How the body's end is told.</summary>
    private string Framing()
    {
        if (Body.Length == 0 || !_random.Chance(0.1))
        {
            return $"Content-Length: {Body.Length}";
        }

        Body = [.. Encoding.ASCII.GetBytes($"{Body.Length:x}\r\n"), .. Body, .. "\r\n0\r\n\r\n"u8];
        return "Transfer-Encoding: chunked";
    }

    [GeneratedRegex("{([a-zA-Z]+)}")]
    private static partial Regex Part();
}
