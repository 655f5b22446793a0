using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>One hold from its beginning to its end.</summary>
/// <param name="Until">As it was last extended.</param>
/// <param name="Ending">Null where it has not ended, or ran out.</param>
internal sealed record HoldHistory(
    SiteKey Site, BedType Type, string? Stay, DateTimeOffset Placed, DateTimeOffset Until, HoldEnding? Ending = null, DateTimeOffset? Ended = null)
{
    /// <summary>From when on it keeps no bed: it ended, or its time has come.</summary>
    public DateTimeOffset End => Ended ?? Until;

    public bool IsLive(DateTimeOffset at) => Placed <= at && at < End;
}
