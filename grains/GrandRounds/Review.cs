using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>What the grand round found for one stay.</summary>
/// <param name="Id">The ID of the operation that recorded it.</param>
/// <param name="Note">In the round's words; nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.review"), Immutable]
public sealed record Review([Id(0)] string Id, [Id(1)] ReviewOutcome Outcome, [Id(2)] string? Note, [Id(3)] Stamp Reviewed);

[GenerateSerializer, Alias("board.review-outcome")]
public enum ReviewOutcome
{
    /// <summary>An acute bed is still needed.</summary>
    NeedsHospital,

    /// <summary>Expected to leave today or tomorrow.</summary>
    Leaving,

    /// <summary>The plan is unchanged and on its way.</summary>
    PlanOnTrack,

    /// <summary>There is a new plan.</summary>
    PlanChanged,

    /// <summary>Waiting for somebody above the ward to act.</summary>
    Escalated,
}
