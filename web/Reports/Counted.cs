using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>One thing that a report counts: a night of a stay, a discharge, a vacancy. All of a report's figures are made of these.</summary>
/// <param name="Day">The day on which it counts.</param>
/// <param name="Place">The hospital or unit; for beds the site's own.</param>
/// <param name="Code">What it is counted by: a delay reason, a pathway, a bed type.</param>
/// <param name="Set">Which of a report's counts it belongs to, where there are several.</param>
/// <param name="Reference">The stay's; null where it is about no stay.</param>
/// <param name="From">When what is counted began.</param>
/// <param name="To">When it ended, or ended at the site: who sees the site's people is told no more. Null where it has not.</param>
internal readonly record struct Counted(
    DateOnly Day, SiteKey Site, string Place, string Code, string Owner, string Set, string? Reference, DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>How long it lasted, in days of 24 hours.</summary>
    public double Days => To is { } to ? Math.Max(0, (to - From).TotalDays) : 0;
}
