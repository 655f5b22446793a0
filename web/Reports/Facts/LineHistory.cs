using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>The numbers of one bed line over time, as they were recorded.</summary>
/// <param name="States">In the order of time; while the site is closed, or has no such beds, with nothing in them.</param>
internal sealed record LineHistory(SiteKey Site, BedType Type, ReadOnlyMemory<LineState> States);

internal readonly record struct LineState(DateTimeOffset At, int Total, int Occupied, int Closed)
{
    /// <summary>Empty and admittable, held or not.</summary>
    public int Vacant => Total - Occupied - Closed;

    public bool SaysTheSameAs(LineState other) => (Total, Occupied, Closed) == (other.Total, other.Occupied, other.Closed);
}
