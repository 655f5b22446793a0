using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A bed that is or was kept for a stay, within a week.</summary>
/// <param name="Ended">How it ended before its time; null where it did not.</param>
public sealed record StayHold(Site Site, Hold Hold, EndedHold? Ended)
{
    /// <summary>The holds for a stay at all sites, the newest first.</summary>
    /// <param name="at">The ward or unit of the stay: holds placed from there, or from another ward of its hospital, are for it.</param>
    public static IReadOnlyList<StayHold> Of(Boards boards, SiteKey at, string reference) =>
    [
        .. boards.All.SelectMany(board => board.Sites()).SelectMany(site => site.Capacity.Holds.Select(hold => new StayHold(site, hold, null))
            .Concat(site.Capacity.Ended.Select(ended => new StayHold(site, ended.Hold, ended))))
            .Where(held => held.Hold.Stay == reference && held.Hold.From is { } from && IsSamePlace(from, at))
            .OrderByDescending(held => held.Hold.Placed.At),
    ];

    /// <summary>A reference is a hospital's own: its wards share it, and a unit has its own.</summary>
    public static bool IsSamePlace(SiteKey one, SiteKey other) =>
        one == other || (one.Hospital is not null && (one.Locality, one.Hospital) == (other.Locality, other.Hospital));
}
