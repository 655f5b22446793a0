namespace CapacityBoard.GrandRounds;

/// <summary>One thing that is different from how a stay stood when the round before had been held.</summary>
/// <param name="Before">What was so then, as its code, day or name; null where there was nothing, or nothing to say.</param>
/// <param name="After">What is so now.</param>
public sealed record RoundChange(RoundChangeKind Kind, string? Before = null, string? After = null);

public enum RoundChangeKind
{
    /// <summary>Came on the list: not in the hospital then, or not yet for so long.</summary>
    NewOnList,

    /// <summary>On the list then, and not reviewed in that week.</summary>
    NotReviewedThen,

    BecameOptimised,
    OptimisedWithdrawn,

    /// <summary>Another primary delay reason, or none.</summary>
    DelayChanged,

    ExpectedDischargeMoved,
    PathwayChanged,
    MovedWard,
}
