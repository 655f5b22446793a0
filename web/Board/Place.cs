using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A place that distances are measured from.</summary>
/// <param name="Name">As the board writes it.</param>
/// <param name="Sites">How many sites its position is the middle of.</param>
/// <param name="IsExact">True where the position is that of the postcode itself.</param>
public sealed record Place(string Name, Position Position, int Sites, bool IsExact);
