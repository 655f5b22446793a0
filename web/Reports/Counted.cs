using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>
/// One thing that a report counts: a night of a stay, a discharge, a vacancy. All of a report's figures are made from these.
/// </summary>
/// <param name="Day">The day for which it counts.</param>
/// <param name="Place">The hospital or unit; for beds, the site itself.</param>
/// <param name="Code">What it is counted by: a delay reason, a pathway, a bed type.</param>
/// <param name="Set">Which of a report's counts it belongs to, if there are several.</param>
/// <param name="Reference">The stay's reference; null if it concerns no stay.</param>
/// <param name="From">When it began.</param>
/// <param name="To">
/// When it ended, or ended at this site, since a viewer of this site's people may not know more. Null if it has not ended.
/// </param>
internal readonly record struct Counted(
    DateOnly Day, SiteKey Site, string Place, string Code, string Owner, string Set, string? Reference, DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>Its length in days of 24 hours.</summary>
    public double Days => To is { } to ? Math.Max(0, (to - From).TotalDays) : 0;
}
