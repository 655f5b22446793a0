namespace CapacityBoard.GrandRounds;

/// <summary>One difference between a stay now and after the previous round.</summary>
/// <param name="Before">The earlier code, day or name; null if there was none or it does not apply.</param>
/// <param name="After">The present code, day or name.</param>
public sealed record RoundChange(RoundChangeKind Kind, string? Before = null, string? After = null);

public enum RoundChangeKind
{
    /// <summary>New on the list: not in the hospital then, or not yet a long stay.</summary>
    NewOnList,

    /// <summary>On the list then, but not reviewed that week.</summary>
    NotReviewedThen,

    BecameOptimised,
    OptimisedWithdrawn,

    /// <summary>Another main reason for delay, or none.</summary>
    DelayChanged,

    ExpectedDischargeMoved,
    PathwayChanged,
    MovedWard,
}
