using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>A bed is still held for a person who is on no ward of their hospital and not on their way to it.</summary>
/// <param name="Place">The site of the hold.</param>
/// <param name="Left">
/// How they left; null if nobody knows, for example because their admission was a mistake, which only people can correct.
/// </param>
public sealed record HeldForNobody(Site Place, Hold Hold, Gone? Left)
{
    /// <param name="holding">
    /// Sites with holds, read before <paramref name="sitesOf"/> is called, so that no stay that arrived meanwhile seems gone.
    /// </param>
    /// <param name="sitesOf">A locality's sites at one moment, so that a stay in transfer is at one of them at least.</param>
    /// <param name="patience">How long ago both sides must have been recorded.</param>
    public static IEnumerable<HeldForNobody> Among(
        IReadOnlyCollection<Site> holding, Func<string, IReadOnlyList<Site>> sitesOf, DateTimeOffset now, TimeSpan patience)
    {
        var localities = holding.SelectMany(place => place.Capacity.LiveHolds(now)).Select(hold => hold.From?.Locality).OfType<string>().Distinct()
            .ToDictionary(each => each, each => sitesOf(each).Where(site => site.Kind.RecordsStays()).ToList());
        return
        [
            .. holding.SelectMany(place => place.Capacity.LiveHolds(now)
                .Where(hold => hold is { From: not null, Stay: not null } && Recovery.IsOver(hold.Placed.At, now, patience))
                .Select(hold => Of(place, hold, localities[hold.From!.Locality].Where(site => HeldStays.IsWithin(hold.From, site.Key)), at => Recovery.IsOver(at, now, patience)))
                .OfType<HeldForNobody>()),
        ];
    }

    /// <summary>Null if a person with the reference is there or may still come.</summary>
    private static HeldForNobody? Of(Site place, Hold hold, IEnumerable<Site> hospital, Func<DateTimeOffset, bool> isOver)
    {
        var sites = hospital.ToList();
        if (sites.Any(site => site.Stays.Find(hold.Stay!) is not null))
        {
            return null;
        }

        var left = sites.SelectMany(site => site.Stays.Gone)
            .Where(gone => gone.Discharged.At >= hold.Placed.At && HeldStays.IsFor(hold, gone.Stay))
            .MaxBy(gone => gone.Discharged.At);
        return left is not null && (HeldStays.Expects(place.Key, place.Kind, left) || !isOver(left.Discharged.At)) ? null : new(place, hold, left);
    }
}
