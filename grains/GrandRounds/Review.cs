using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>What the grand round found of one stay.</summary>
/// <param name="Id">The operation that recorded it.</param>
/// <param name="Note">In the round's words; nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.review"), Immutable]
public sealed record Review([Id(0)] string Id, [Id(1)] ReviewOutcome Outcome, [Id(2)] string? Note, [Id(3)] Stamp Reviewed);

[GenerateSerializer, Alias("board.review-outcome")]
public enum ReviewOutcome
{
    /// <summary>An acute bed is still needed.</summary>
    NeedsHospital,

    /// <summary>Goes today or tomorrow.</summary>
    Leaving,

    /// <summary>The plan stands and is moving.</summary>
    PlanOnTrack,

    /// <summary>Another plan was made.</summary>
    PlanChanged,

    /// <summary>Waits for somebody who has to be asked above the ward.</summary>
    Escalated,
}
