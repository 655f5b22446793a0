using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Identifies two entries without a common reference as the same home by name and postcode, however they are written. A home care
/// agency may share both with a care home and is a different site; a home that the locality runs as an intermediate care unit is
/// listed as a care home and is the same site.
/// </summary>
internal readonly record struct SiteIdentity(bool IsHomeCare, string Name, string Postcode)
{
    public static SiteIdentity Of(SiteDetails details) => new(
        details.Kind == SiteKind.HomeCareProvider, Compact(SiteKey.PartFrom(details.Name) ?? details.Name), Compact(details.Postcode ?? ""));

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
