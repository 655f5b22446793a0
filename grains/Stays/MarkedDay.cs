using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>The mark of one day of a stay. A day without a mark is red.</summary>
/// <param name="IsGreen">True if what was planned for the person happened that day, and an acute bed was needed for it.</param>
/// <param name="Reason">Why the day is red; null on a green day.</param>
[GenerateSerializer, Alias("board.marked-day"), Immutable]
public sealed record MarkedDay([Id(0)] DateOnly Day, [Id(1)] bool IsGreen, [Id(2)] DelayReason? Reason, [Id(3)] string? Note, [Id(4)] Stamp Marked);
