using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>One reason why a person is not where they should be. A stay has each reason at most once at a time.</summary>
/// <param name="Since">The day since when it holds.</param>
/// <param name="IsPrimary">Exactly one of a stay's delays is, while it has any.</param>
/// <param name="Recorded">When, and by whose word, it was last said.</param>
[GenerateSerializer, Alias("board.delay"), Immutable]
public sealed record Delay([Id(0)] DelayReason Reason, [Id(1)] DelayOwner Owner, [Id(2)] DateOnly Since, [Id(3)] bool IsPrimary, [Id(4)] string? Note, [Id(5)] Stamp Recorded);
