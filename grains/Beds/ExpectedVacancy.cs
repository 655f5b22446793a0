using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>A bed that a site expects to be free at a time.</summary>
/// <param name="Id">The ID of the operation that added it.</param>
/// <param name="At">When the bed is expected to be free.</param>
[GenerateSerializer, Alias("board.expected-vacancy"), Immutable]
public sealed record ExpectedVacancy([Id(0)] string Id, [Id(1)] BedType Type, [Id(2)] DateTimeOffset At, [Id(3)] string Reason, [Id(4)] Stamp Declared)
{
    /// <summary>True if its time has come and nobody has confirmed or cancelled it.</summary>
    public bool IsDue(DateTimeOffset now) => At <= now;

    public bool IsWithin24Hours(DateTimeOffset now) => now < At && At <= now.AddHours(24);
}
