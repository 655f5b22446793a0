using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>One hold from its start to its end.</summary>
/// <param name="Until">Its time, as last extended.</param>
/// <param name="Ending">Null if it has not ended, or ran out.</param>
internal sealed record HoldHistory(
    SiteKey Site, BedType Type, string? Stay, DateTimeOffset Placed, DateTimeOffset Until, HoldEnding? Ending = null, DateTimeOffset? Ended = null)
{
    /// <summary>When it stops keeping a bed: when it ended, or when its time comes.</summary>
    public DateTimeOffset End => Ended ?? Until;

    public bool IsLive(DateTimeOffset at) => Placed <= at && at < End;
}
