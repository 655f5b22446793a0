using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>One stay, vacancy or hold counted in a figure.</summary>
/// <param name="Reference">The stay's reference; null if it concerns none.</param>
/// <param name="Times">How much of the figure it accounts for, such as a person's nights.</param>
internal sealed record BehindLine(SiteKey Site, string? Reference, DateTimeOffset From, DateTimeOffset? To, int Times, DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>One line for each person, place and time, longest first; things that concern nobody have a line each.</summary>
    public static IReadOnlyList<BehindLine> Of(IEnumerable<Counted> counted) =>
    [
        .. counted.GroupBy(each => (each.Site, each.Reference, each.From, To: each.To))
            .Select(group => new BehindLine(
                group.Key.Site, group.Key.Reference, group.Key.From, group.Key.To, group.Count(), group.Min(each => each.Day), group.Max(each => each.Day)))
            .OrderBy(line => line.From).ThenBy(line => line.Site.Value, StringComparer.Ordinal).ThenBy(line => line.Reference, StringComparer.Ordinal),
    ];
}
