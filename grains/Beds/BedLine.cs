using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>One bed type at one site, in whole beds (for home care: packages).</summary>
/// <param name="Total">The most that the site can ever take.</param>
/// <param name="Occupied">Beds with someone in them.</param>
/// <param name="Closed">Vacant but not admittable: staffing, infection, repair.</param>
/// <param name="ClosedBecause">Why beds are closed; null where none is.</param>
/// <param name="Changed">Who last changed these numbers, and when.</param>
[GenerateSerializer, Alias("board.bed-line"), Immutable]
public sealed record BedLine([Id(0)] BedType Type, [Id(1)] int Total, [Id(2)] int Occupied, [Id(3)] int Closed, [Id(4)] string? ClosedBecause, [Id(5)] Stamp Changed)
{
    /// <summary>Empty and admittable, before holds and suspensions.</summary>
    public int Vacant => Total - Occupied - Closed;
}
