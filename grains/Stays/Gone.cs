using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A person who has left. Kept for a week, so that a discharge by mistake can be cancelled.</summary>
/// <param name="Stay">The stay as it was at discharge.</param>
/// <param name="At">When the person left.</param>
/// <param name="To">The site that they went to, if it is on a board.</param>
[GenerateSerializer, Alias("board.gone"), Immutable]
public sealed record Gone([Id(0)] Stay Stay, [Id(1)] DateTimeOffset At, [Id(2)] Destination Destination, [Id(3)] SiteKey? To, [Id(4)] Stamp Discharged);
