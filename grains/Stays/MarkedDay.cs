using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>What was said of one day of a stay. A day of which nothing was said is red.</summary>
/// <param name="IsGreen">What was planned for the person happened that day, and an acute bed was needed for it.</param>
/// <param name="Reason">Why the day is red; null on a green one.</param>
[GenerateSerializer, Immutable]
public sealed record MarkedDay(DateOnly Day, bool IsGreen, DelayReason? Reason, string? Note, Stamp Marked);
