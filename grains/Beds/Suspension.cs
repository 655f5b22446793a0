using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>An embargo on placements at a whole site or of one bed type.</summary>
/// <param name="Type">The bed type; null for the whole site.</param>
/// <param name="Until">When it ends by itself; null if it lasts until it is lifted.</param>
[GenerateSerializer, Alias("board.suspension"), Immutable]
public sealed record Suspension([Id(0)] BedType? Type, [Id(1)] string Reason, [Id(2)] DateTimeOffset? Until, [Id(3)] Stamp Since)
{
    public bool IsLive(DateTimeOffset now) => Until is not { } until || now < until;

    public bool Covers(BedType type) => Type is null || Type == type;
}
