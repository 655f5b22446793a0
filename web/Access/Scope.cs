using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Access;

/// <summary>
/// Where something is allowed: everywhere (<c>*</c>), in a locality, at a hospital's wards or at one site. Written as the prefix
/// of the keys it covers: <c>stockport</c>, <c>stockport/stepping-hill</c>, <c>stockport/fernlea</c>.
/// </summary>
[JsonConverter(typeof(Json))]
public sealed record Scope
{
    public const string Allowed = "* for everywhere, a locality, locality/hospital, locality/site or locality/hospital/ward";

    private const string All = "*";
    private const int MostParts = 3;

    private Scope(string value) => Value = value;

    public static Scope Everywhere { get; } = new(All);

    public string Value { get; }

    /// <summary>Null for everywhere.</summary>
    public Scope? Locality => this == Everywhere ? null : new(Value.Split('/')[0]);

    public static Scope Of(SiteKey site) => new(site.Value);

    /// <summary>The locality where a person lives; null if not known.</summary>
    public static Scope? OfHome(Stay? stay) => OfHome(stay?.HomeLocality);

    /// <inheritdoc cref="OfHome(Stay?)"/>
    public static Scope? OfHome(string? homeLocality) => TryParse(homeLocality, out var scope) ? scope : null;

    /// <exception cref="FormatException">The text is not a scope.</exception>
    public static Scope Parse(string text) =>
        TryParse(text, out var scope) ? scope : throw new FormatException($"'{text}' is not a scope: use {Allowed}.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Scope? scope)
    {
        var parts = text?.Split('/') ?? [];
        scope = text == All ? Everywhere : parts.Length is > 0 and <= MostParts && parts.All(SiteKey.IsPart) ? new(text!) : null;
        return scope is not null;
    }

    /// <summary>True if the other scope equals this one or lies within it.</summary>
    public bool Covers(Scope other) =>
        this == Everywhere || this == other || other.Value.StartsWith($"{Value}/", StringComparison.Ordinal);

    public override string ToString() => Value;

    private sealed class Json : JsonConverter<Scope>
    {
        public override Scope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var scope) ? scope : throw new JsonException($"Not a scope: use {Allowed}.");

        public override void Write(Utf8JsonWriter writer, Scope value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
