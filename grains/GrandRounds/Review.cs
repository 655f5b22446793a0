using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>What the grand round found of one stay.</summary>
/// <param name="Id">The operation that recorded it.</param>
/// <param name="Note">In the round's words; nothing that identifies anyone.</param>
[GenerateSerializer, Immutable]
public sealed record Review(string Id, ReviewOutcome Outcome, string? Note, Stamp Reviewed);

[GenerateSerializer]
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
