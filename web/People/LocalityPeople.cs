using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.People;

/// <summary>
/// The people who concern a locality, in some order: its own people wherever they are, and people in its hospitals and units
/// who live elsewhere or whose home is not known.
/// </summary>
public sealed record LocalityPeople(IReadOnlyList<KnownStay> Own, IReadOnlyList<KnownStay> Others)
{
    /// <param name="sites">Sites of all localities, those that hold beds among them.</param>
    public static LocalityPeople Of(string locality, IReadOnlyCollection<Site> sites, PeopleFilter filter, DateTimeOffset now, PeopleOrder order = default)
    {
        // Looking for every hold of every site is only worth it where somebody asks.
        Func<KnownStay, bool> isHeldFor = filter.Bed is null ? _ => false : PlacesHeld.Now(sites, now);
        var places = filter.Return is null ? [] : sites.Where(site => site.Kind.IsResidence()).ToDictionary(site => site.Key);
        var people = sites.SelectMany(site => site.Stays.All.Select(stay => new KnownStay(site, stay))).Where(person => filter.Shows(person, isHeldFor, ResidenceOf, now)).ToList();
        return new(
            InOrder(people.Where(person => person.Stay.HomeLocality == locality), order, now),
            InOrder(people.Where(person => person.Stay.HomeLocality != locality && person.Site.Key.Locality == locality), order, now));

        PersonsResidence? ResidenceOf(KnownStay person) => PersonsResidence.Of(person.Site.Key, person.Stay, key => places.GetValueOrDefault(key));
    }

    /// <summary>A person being transferred is on both wards and is counted on the one they go to.</summary>
    private static IReadOnlyList<KnownStay> InOrder(IEnumerable<KnownStay> people, PeopleOrder order, DateTimeOffset now) =>
    [
        .. Ordered(people.GroupBy(person => (PlaceOf(person), StayReferences.Key(person.Stay.Reference)))
            .Select(same => same.MinBy(person => person.Stay.Transfer is null ? 0 : 1)!), order)
            .ThenByDescending(person => person.Stay.DelayedDays(now))
            .ThenByDescending(person => person.Stay.Midnights(now))
            .ThenBy(person => person.Stay.Reference, StringComparer.Ordinal),
    ];

    private static IOrderedEnumerable<KnownStay> Ordered(IEnumerable<KnownStay> people, PeopleOrder order) => order switch
    {
        PeopleOrder.Stay => people.OrderBy(person => person.Stay.AdmittedAt),
        PeopleOrder.Expected => people.OrderBy(person => person.Stay.ExpectedDischarge ?? DateOnly.MaxValue),
        PeopleOrder.Ward => people.OrderBy(person => Labels.Of(person.Site.Details!), NaturalOrder.Comparer).ThenBy(person => person.Stay.Bed, NaturalOrder.Comparer),
        PeopleOrder.Reference => people.OrderBy(person => person.Stay.Reference, StringComparer.OrdinalIgnoreCase),
        _ => people.OrderBy(_ => 0),
    };

    /// <summary>The key of the hospital or unit where somebody is.</summary>
    internal static string PlaceOf(KnownStay person) => person.Site.Key.HospitalKey ?? person.Site.Key.Value;
}

/// <summary>How many of some people are at one hospital or unit.</summary>
/// <param name="Key">The hospital's or unit's key.</param>
public sealed record PeopleAtPlace(string Key, string Name, int Count, int Optimised)
{
    /// <summary>The places with the most people first.</summary>
    public static IReadOnlyList<PeopleAtPlace> Of(IEnumerable<KnownStay> people) =>
    [
        .. people.GroupBy(LocalityPeople.PlaceOf)
            .Select(place => new PeopleAtPlace(place.Key, NameOf(place.First().Site), place.Count(), place.Count(person => person.Stay.Optimised is not null)))
            .OrderByDescending(place => place.Count)
            .ThenBy(place => place.Key, StringComparer.Ordinal),
    ];

    internal static string NameOf(Site site) => site.Details?.Hospital ?? site.Details?.Name ?? Labels.OfPart(site.Key.Hospital ?? site.Key.Name);
}
