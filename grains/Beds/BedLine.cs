using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>One bed type at one site, in whole beds (for home care: packages).</summary>
/// <param name="Total">The most beds that the site can ever take.</param>
/// <param name="Occupied">Beds with someone in them.</param>
/// <param name="Closed">Empty but taking nobody now: staffing, infection, repair.</param>
/// <param name="ClosedBecause">Why beds are closed; null if none are.</param>
/// <param name="Changed">When these numbers last changed, and by whom.</param>
/// <param name="Extra">Beds of the total that were added because a patient was here and no bed was left. Each goes when somebody leaves.</param>
[GenerateSerializer, Alias("board.bed-line"), Immutable]
public sealed record BedLine([Id(0)] BedType Type, [Id(1)] int Total, [Id(2)] int Occupied, [Id(3)] int Closed, [Id(4)] string? ClosedBecause, [Id(5)] Stamp Changed, [Id(6)] int Extra = 0)
{
    /// <summary>Empty and admittable, before holds and suspensions.</summary>
    public int Vacant => Total - Occupied - Closed;
}
