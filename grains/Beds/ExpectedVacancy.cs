using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>A vacancy that a site expects.</summary>
/// <param name="Id">The operation that declared it.</param>
/// <param name="At">When the bed is expected to be free.</param>
[GenerateSerializer, Alias("board.expected-vacancy"), Immutable]
public sealed record ExpectedVacancy([Id(0)] string Id, [Id(1)] BedType Type, [Id(2)] DateTimeOffset At, [Id(3)] string Reason, [Id(4)] Stamp Declared)
{
    /// <summary>Its time has passed and nobody has confirmed or cancelled it.</summary>
    public bool IsDue(DateTimeOffset now) => At <= now;

    public bool IsWithin24Hours(DateTimeOffset now) => now < At && At <= now.AddHours(24);
}
