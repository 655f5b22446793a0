using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>The numbers of one bed line over time, as recorded.</summary>
/// <param name="States">In order of time; empty numbers while the site is closed or has no such beds.</param>
internal sealed record LineHistory(SiteKey Site, BedType Type, ReadOnlyMemory<LineState> States);

internal readonly record struct LineState(DateTimeOffset At, int Total, int Occupied, int Closed)
{
    /// <summary>Empty and not closed, held or not.</summary>
    public int Vacant => Total - Occupied - Closed;

    public bool SaysTheSameAs(LineState other) => (Total, Occupied, Closed) == (other.Total, other.Occupied, other.Closed);
}
