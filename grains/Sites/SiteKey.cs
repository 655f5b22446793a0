using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CapacityBoard.Sites;

/// <summary>
/// The identity of a site: <c>locality/site</c>, or <c>locality/hospital/ward</c> for a ward. Each part is
/// lower-case letters, digits and single hyphens, at most 60 characters. It is the grain's key and the
/// journal's <c>site</c>, and never changes.
/// </summary>
[GenerateSerializer, Alias("board.site-key"), Immutable, JsonConverter(typeof(Json))]
public sealed partial record SiteKey
{
    /// <summary>What a part of a key may contain, in words for messages.</summary>
    public const string Allowed = "lower-case letters, digits and single hyphens, at most 60 characters";

    private const int MostCharactersInAPart = 60;

    private SiteKey(string value) => Value = value;

    [Id(0)]
    public string Value { get; private set; }

    public string Locality => Value[..Value.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The hospital's part of a ward's key; null for every other site.</summary>
    public string? Hospital => Value.Split('/') is [_, var hospital, _] ? hospital : null;

    /// <summary>The locality and hospital of a ward's key, <c>stockport/stepping-hill</c>; null for every other site.</summary>
    public string? HospitalKey => Hospital is null ? null : Value[..Value.LastIndexOf('/')];

    /// <summary>The last part, which names the site or ward itself.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    public static SiteKey Of(string locality, string site) => Parse($"{locality}/{site}");

    public static SiteKey OfWard(string locality, string hospital, string ward) => Parse($"{locality}/{hospital}/{ward}");

    /// <exception cref="FormatException">The text is not a site's key.</exception>
    public static SiteKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException($"'{text}' is not a site: use locality/site or locality/hospital/ward, each part {Allowed}.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SiteKey? key)
    {
        var parts = text?.Split('/') ?? [];
        key = parts.Length is 2 or 3 && parts.All(IsPart) ? new SiteKey(text!) : null;
        return key is not null;
    }

    /// <summary>True if <paramref name="text"/> may be one part of a key, such as a locality.</summary>
    public static bool IsPart(string? text) => text is { Length: > 0 and <= MostCharactersInAPart } && PartPattern().IsMatch(text);

    /// <summary>Makes a part from a name: <c>St Ann's (North)</c> becomes <c>st-anns-north</c>; null if no allowed character is left.</summary>
    public static string? PartFrom(string name)
    {
        var plain = name.Normalize(System.Text.NormalizationForm.FormD).Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal).Replace("&", " and ", StringComparison.Ordinal);
        var kept = NotAllowed().Replace(Accents().Replace(plain, "").ToLowerInvariant(), "-").Trim('-');
        var part = kept.Length <= MostCharactersInAPart ? kept : kept[..MostCharactersInAPart].TrimEnd('-');
        return part.Length == 0 ? null : part;
    }

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex PartPattern();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotAllowed();

    [GeneratedRegex(@"\p{Mn}+")]
    private static partial Regex Accents();

    private sealed class Json : JsonConverter<SiteKey>
    {
        public override SiteKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var key)
                ? key
                : throw new JsonException($"Not a site: use locality/site or locality/hospital/ward, each part {Allowed}.");

        public override void Write(Utf8JsonWriter writer, SiteKey value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
