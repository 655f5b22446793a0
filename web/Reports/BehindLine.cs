using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>One stay, vacancy or hold counted in a figure.</summary>
/// <param name="Reference">The stay's; null where it is about none.</param>
/// <param name="Times">For how much of the figure it stands: the nights of a person, say.</param>
internal sealed record BehindLine(SiteKey Site, string? Reference, DateTimeOffset From, DateTimeOffset? To, int Times, DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>A person once for each place and time, the longest first; what is about nobody one by one.</summary>
    public static IReadOnlyList<BehindLine> Of(IEnumerable<Counted> counted) =>
    [
        .. counted.GroupBy(each => (each.Site, each.Reference, each.From, To: each.To))
            .Select(group => new BehindLine(
                group.Key.Site, group.Key.Reference, group.Key.From, group.Key.To, group.Count(), group.Min(each => each.Day), group.Max(each => each.Day)))
            .OrderBy(line => line.From).ThenBy(line => line.Site.Value, StringComparer.Ordinal).ThenBy(line => line.Reference, StringComparer.Ordinal),
    ];
}
