using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>
/// The beds held for stays, at any site of any locality. They are found on the boards each time, since a hold is recorded only at
/// the site that keeps the bed.
/// </summary>
public static class PlacesHeld
{
    public static ILookup<string, PlaceHeld> None { get; } = Array.Empty<PlaceHeld>().ToLookup(_ => "");

    /// <summary>Beds held for the people of a ward or unit, by the stay's reference, newest first.</summary>
    public static ILookup<string, PlaceHeld> For(Boards boards, Site site, DateTimeOffset now) => site.Stays.All.IsEmpty
        ? None
        : All(boards, now)
            .Where(held => HeldStays.IsWithin(held.Hold.From!, site.Key) && site.Stays.Find(held.Hold.Stay!) is { } stay && HeldStays.IsFor(held.Hold, stay))
            .ToLookup(held => held.Hold.Stay!, StayReferences.Comparer);

    /// <summary>Beds held for one stay, newest first.</summary>
    /// <param name="at">The ward or unit where the stay is, or last was.</param>
    public static IReadOnlyList<PlaceHeld> For(Boards boards, SiteKey at, Stay stay, DateTimeOffset now) =>
        [.. All(boards, now).Where(held => HeldStays.IsWithin(held.Hold.From!, at) && HeldStays.IsFor(held.Hold, stay))];

    /// <summary>Tells whether any of some sites holds a bed for somebody now.</summary>
    public static Func<KnownStay, bool> Now(IEnumerable<Site> sites, DateTimeOffset now)
    {
        var held = LiveFor(sites, now);
        return person => held(person).Any(each => each.Hold.From is not null);
    }

    /// <summary>
    /// Finds the beds that some sites hold for somebody now, and those to which they have come by the place's report. A hold that names only
    /// a reference counts too, as it does in a choice list, so that nobody is given a second bed.
    /// </summary>
    public static Func<KnownStay, IEnumerable<PlaceHeld>> LiveFor(IEnumerable<Site> sites, DateTimeOffset now)
    {
        var holds = sites.Where(site => site.Details is not null)
            .SelectMany(site => site.Capacity.LiveHolds(now).Select(hold => new PlaceHeld(site.Key, site.Details!, hold, null))
                .Concat(site.Capacity.RecentlyEnded(now).Where(ended => ended.Ending == HoldEnding.Admitted).Select(ended => new PlaceHeld(site.Key, site.Details!, ended.Hold, ended))))
            .Where(held => held.Hold.Stay is not null)
            .ToLookup(held => held.Hold.Stay!, StayReferences.Comparer);
        return person => holds[person.Stay.Reference]
            .Where(held => (held.Hold.From is not { } from || HeldStays.IsWithin(from, person.Site.Key)) && HeldStays.IsFor(held.Hold, person.Stay) && (held.Ended is null || held.IsReported(person.Stay)));
    }

    private static IEnumerable<PlaceHeld> All(Boards boards, DateTimeOffset now) => boards.All
        .SelectMany(board => board.Sites())
        .SelectMany(place => Of(place, now))
        .Where(held => held.Hold is { From: not null, Stay: not null })
        .OrderByDescending(held => held.Hold.Placed.At);

    private static IEnumerable<PlaceHeld> Of(Site place, DateTimeOffset now) => place.Capacity.LiveHolds(now)
        .Concat(place.Capacity.RecentlyExpired(now))
        .Select(hold => new PlaceHeld(place.Key, place.Details!, hold, null))
        .Concat(place.Capacity.RecentlyEnded(now).Select(ended => new PlaceHeld(place.Key, place.Details!, ended.Hold, ended)));
}
