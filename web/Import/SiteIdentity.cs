using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// What makes two entries without a common reference the same home: its name and postcode, however they are
/// written. A home-care agency may share both with a care home and is another site; a home that the locality
/// runs as an intermediate care unit stands in a directory as a care home and is the same.
/// </summary>
internal readonly record struct SiteIdentity(bool IsHomeCare, string Name, string Postcode)
{
    public static SiteIdentity Of(SiteDetails details) => new(
        details.Kind == SiteKind.HomeCareProvider, Compact(SiteKey.PartFrom(details.Name) ?? details.Name), Compact(details.Postcode ?? ""));

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
