using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>Which entry a fact is from.</summary>
/// <param name="At">The entry's time.</param>
public sealed record Recorded(long Position, DateTimeOffset At, SiteKey Site);
