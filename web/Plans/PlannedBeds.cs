using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Plans;

/// <summary>Beds of one type at one site: those free now, or those expected within 24 hours.</summary>
/// <param name="Expected">When each is expected, earliest first; empty for beds that are free now.</param>
/// <param name="Count">How many people can have one.</param>
internal sealed record PlannedBeds(Site Site, BedType Type, ImmutableArray<DateTimeOffset> Expected, int Count)
{
    public bool IsExpected => !Expected.IsEmpty;

    /// <summary>Always in the same order, whatever the order of the sites. Which of them may be proposed is for the choice list's rules.</summary>
    public static IReadOnlyList<PlannedBeds> Of(IEnumerable<Site> sites, DateTimeOffset now) =>
    [
        .. sites.Where(site => site.Kind != SiteKind.Ward && site.Details is not null)
            .OrderBy(site => site.Key.Value, StringComparer.Ordinal)
            .SelectMany(site => site.Capacity.Lines.SelectMany(line => Of(site, line, now)))
            .Where(beds => beds.Count > 0),
    ];

    private static IEnumerable<PlannedBeds> Of(Site site, BedLine line, DateTimeOffset now)
    {
        var expected = site.Capacity.ExpectedWithin24Hours(line.Type, now);
        return [new(site, line.Type, [], site.Capacity.Available(line, now)), new(site, line.Type, expected, expected.Length)];
    }
}
