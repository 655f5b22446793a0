using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A person who has left; known for a week, so that a discharge by mistake can be cancelled.</summary>
/// <param name="Stay">The stay as it was at the discharge.</param>
/// <param name="At">When the person left.</param>
/// <param name="To">The site that they went to, where it is on a board.</param>
[GenerateSerializer, Immutable]
public sealed record Gone(Stay Stay, DateTimeOffset At, Destination Destination, SiteKey? To, Stamp Discharged);
