using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.People;

/// <summary>
/// The people who concern a locality: its own people wherever they are, and people in its hospitals and units who live elsewhere
/// or whose home is not known.
/// </summary>
public sealed record LocalityPeople(IReadOnlyList<PeopleAtPlace> Own, IReadOnlyList<PeopleAtPlace> Others)
{
    /// <param name="sites">Sites of all localities.</param>
    public static LocalityPeople Of(string locality, IEnumerable<Site> sites, PeopleFilter filter, DateTimeOffset now)
    {
        var people = sites.SelectMany(site => site.Stays.All.Where(stay => filter.Shows(stay, now)).Select(stay => new KnownStay(site, stay))).ToList();
        return new(
            PeopleAtPlace.Of(people.Where(person => person.Stay.HomeLocality == locality), now),
            PeopleAtPlace.Of(people.Where(person => person.Stay.HomeLocality != locality && person.Site.Key.Locality == locality), now));
    }
}

/// <summary>The people at one hospital or unit, longest wait first.</summary>
/// <param name="Site">One of its wards, or the unit.</param>
public sealed record PeopleAtPlace(Site Site, IReadOnlyList<KnownStay> People)
{
    public string Name => Site.Details?.Hospital ?? Site.Details?.Name ?? Labels.OfPart(Site.Key.Hospital ?? Site.Key.Name);

    public int Optimised => People.Count(person => person.Stay.Optimised is not null);

    /// <summary>A person being transferred is on both wards and is counted on the one they go to.</summary>
    internal static IReadOnlyList<PeopleAtPlace> Of(IEnumerable<KnownStay> people, DateTimeOffset now) =>
    [
        .. people.GroupBy(person => (person.Site.Key.Locality, Place: person.Site.Key.Hospital ?? person.Site.Key.Name, IsHospital: person.Site.Key.Hospital is not null))
            .Select(place => place.GroupBy(person => person.Stay.Reference, StayReferences.Comparer).Select(same => same.MinBy(person => person.Stay.Transfer is null ? 0 : 1)!)
                .OrderByDescending(person => person.Stay.DelayedDays(now))
                .ThenByDescending(person => person.Stay.Midnights(now))
                .ThenBy(person => person.Stay.Reference, StringComparer.Ordinal)
                .ToList())
            .Select(place => new PeopleAtPlace(place[0].Site, place))
            .OrderByDescending(place => place.People.Count)
            .ThenBy(place => place.Site.Key.Value, StringComparer.Ordinal),
    ];
}
