using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>Finds holds whose two sides disagree.</summary>
public static class HoldMismatches
{
    /// <param name="holding">
    /// Sites with holds, read before <paramref name="sitesOf"/> is called, so that no stay that arrived meanwhile seems gone.
    /// </param>
    /// <param name="sitesOf">A locality's sites at one moment, so that a stay in transfer is at one of them at least.</param>
    /// <param name="patience">How long ago both sides must have been recorded.</param>
    public static IEnumerable<HoldMismatch> Among(
        IReadOnlyCollection<Site> holding, Func<string, IReadOnlyList<Site>> sitesOf, DateTimeOffset now, TimeSpan patience)
    {
        var localities = holding.SelectMany(place => FromsOf(place, now)).Select(from => from.Locality).Distinct().ToDictionary(each => each, RecordingStays);
        return
        [
            .. holding.SelectMany(place => place.Capacity.Ended
                .Where(ended => HeldStays.LeadsAway(ended.Hold, place.Key) && Recovery.IsOver(ended.Ended.At, now, patience))
                .SelectMany(ended => Behind(place, ended, Within(ended.Hold)))),
            .. holding.SelectMany(place => place.Capacity.LiveHolds(now)
                .Where(hold => hold is { From: not null, Stay: not null } && Recovery.IsOver(hold.Placed.At, now, patience))
                .Select(hold => Nobody(place, hold, Within(hold), at => Recovery.IsOver(at, now, patience)))
                .OfType<HeldForNobody>()),
        ];

        List<Site> RecordingStays(string locality) => [.. sitesOf(locality).Where(site => site.Kind.RecordsStays())];

        List<Site> Within(Hold hold) => [.. localities[hold.From!.Locality].Where(site => HeldStays.IsWithin(hold.From, site.Key))];
    }

    private static IEnumerable<SiteKey> FromsOf(Site place, DateTimeOffset now) => place.Capacity.LiveHolds(now)
        .Concat(place.Capacity.Ended.Select(ended => ended.Hold))
        .Select(hold => hold.From)
        .OfType<SiteKey>();

    private static IEnumerable<HoldMismatch> Behind(Site place, EndedHold ended, List<Site> sites) =>
        from site in sites
        from stay in site.Stays.All
        where HeldStays.IsLeftBehind(stay, ended)
        select new LeftBehind(place, ended, site, stay, HeldStays.IsDisputed(stay, ended));

    /// <summary>Null if a person with the reference is there or may still come.</summary>
    private static HeldForNobody? Nobody(Site place, Hold hold, List<Site> sites, Func<DateTimeOffset, bool> isOver)
    {
        if (sites.Any(site => site.Stays.Find(hold.Stay!) is not null))
        {
            return null;
        }

        var (from, left) = sites.SelectMany(site => site.Stays.Gone, (site, gone) => (site, gone))
            .Where(each => each.gone.Discharged.At >= hold.Placed.At && HeldStays.IsFor(hold, each.gone.Stay))
            .OrderByDescending(each => each.gone.Discharged.At)
            .FirstOrDefault();
        var isExpected = left is not null && HeldStays.Expects(place.Key, place.Kind, left) && !(hold.ArrivalUndone?.At >= left.Discharged.At);
        return left is not null && (isExpected || !isOver(left.Discharged.At)) ? null : new(place, hold, left, from);
    }
}
