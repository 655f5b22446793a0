using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A place from which distances are measured.</summary>
/// <param name="Name">The name as the board writes it.</param>
/// <param name="Sites">The number of sites whose centre is its position.</param>
/// <param name="IsExact">True if the position is that of the postcode itself.</param>
public sealed record Place(string Name, Position Position, int Sites, bool IsExact);
