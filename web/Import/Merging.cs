using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>Merges what two sources say about one site. What only one of them knows is never lost.</summary>
internal static class Merging
{
    private static readonly ImmutableArray<(string Name, Func<SiteDetails, string> Value)> Fields =
    [
        ("name", details => details.Name),
        ("reference", details => details.Reference ?? ""),
        ("otherReferences", details => string.Join(" | ", details.OtherReferences)),
        ("address", details => details.Address ?? ""),
        ("postcode", details => details.Postcode ?? ""),
        ("position", details => details.Position is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude}, {at.Longitude}") : ""),
        ("neighbourhood", details => details.Neighbourhood ?? ""),
        ("telephone", details => details.Telephone ?? ""),
        ("website", details => details.Website ?? ""),
        ("rating", details => Codes.Of(details.Rating)),
        ("registeredBeds", details => details.RegisteredBeds?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("services", details => string.Join(" | ", ServicesOf(details))),
    ];

    /// <summary>
    /// A site's details after a directory's row, whose values take precedence. A neighbourhood is only guessed from the address,
    /// so an existing one stays. If a home has moved, its old address, position and neighbourhood are dropped.
    /// </summary>
    public static SiteDetails Over(SiteDetails known, CheckedRow row)
    {
        var hasMoved = known.Postcode is { } before && row.Details.Postcode is { } now && before != now;
        var whatStays = hasMoved ? known with { Address = null, Position = null, Neighbourhood = null } : known;
        return FillBlanks(row.Details, whatStays) with
        {
            Kind = known.Kind,
            Hospital = known.Hospital,
            Neighbourhood = whatStays.Neighbourhood ?? row.Details.Neighbourhood,
            Rating = row.RatingKnown ? row.Details.Rating : known.Rating,
        };
    }

    /// <summary>Merges two rows for the same home: the first, with values it lacks from the second.</summary>
    public static CheckedRow OfDouble(CheckedRow first, CheckedRow second) => first with
    {
        Details = FillBlanks(first.Details, second.Details) with
        {
            Reference = FirstReferenceOf(first, second),
            OtherReferences = OthersOf(FirstReferenceOf(first, second), first.Details, second.Details),
            Rating = first.RatingKnown ? first.Details.Rating : second.Details.Rating,
        },
        RatingKnown = first.RatingKnown || second.RatingKnown,
        PrimaryReference = first.PrimaryReference ?? second.PrimaryReference,
    };

    /// <summary>The reference under which a building is registered first, if one of the rows has it.</summary>
    private static string? FirstReferenceOf(CheckedRow first, CheckedRow second) =>
        (first.PrimaryReference ?? second.PrimaryReference) is { } primary && primary.Equals(second.Details.Reference, StringComparison.OrdinalIgnoreCase)
            ? second.Details.Reference
            : first.Details.Reference ?? second.Details.Reference;

    /// <summary>The names, as in the API, of the fields that differ.</summary>
    public static ImmutableArray<string> Differences(SiteDetails one, SiteDetails other) =>
        [.. Fields.Where(field => field.Value(one) != field.Value(other)).Select(field => field.Name)];

    /// <summary>The fields that differ between two rows, with both values, for people.</summary>
    public static string DifferencesInWords(SiteDetails one, SiteDetails other)
    {
        var differences = Fields
            .Where(field => field.Value(one) != field.Value(other))
            .Select(field => $"{field.Name} '{field.Value(one)}' and '{field.Value(other)}'")
            .ToArray();
        return differences.Length == 0 ? "no differences" : $"differences: {string.Join("; ", differences)}";
    }

    private static SiteDetails FillBlanks(SiteDetails first, SiteDetails second) => first with
    {
        Reference = first.Reference ?? second.Reference,
        OtherReferences = OthersOf(first.Reference ?? second.Reference, first, second with { Reference = null }),
        Address = first.Address ?? second.Address,
        Postcode = first.Postcode ?? second.Postcode,
        Position = first.Position ?? second.Position,
        Neighbourhood = first.Neighbourhood ?? second.Neighbourhood,
        Telephone = first.Telephone ?? second.Telephone,
        Website = first.Website ?? second.Website,
        RegisteredBeds = first.RegisteredBeds ?? second.RegisteredBeds,
        Services = ServicesOf(first).IsEmpty ? ServicesOf(second) : ServicesOf(first),
    };

    private static ImmutableArray<string> OthersOf(string? reference, SiteDetails one, SiteDetails other) =>
    [
        .. one.AllReferences().Concat(other.AllReferences())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(each => !each.Equals(reference, StringComparison.OrdinalIgnoreCase)),
    ];

    private static ImmutableArray<string> ServicesOf(SiteDetails details) => details.Services.IsDefault ? [] : details.Services;
}
