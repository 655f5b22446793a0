using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.People;

/// <summary>A locality's own people wherever they are and, separately, the other people in its hospitals.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PeopleModel(Boards boards, FoldProgress progress, AccessLog log, TimeProvider clock) : PageModel
{
    private static readonly int[] UsualNights = [1, 3, 7, 14, 21, 28];

    public string Key { get; private set; } = "";

    public string Name => Labels.OfPart(Key);

    public DateTimeOffset Now { get; private set; }

    /// <summary>The locality's own people, wherever they are.</summary>
    public ShownPeople Own { get; private set; } = ShownPeople.Nobody;

    /// <summary>Those in its hospitals and units who live elsewhere, or whose home is not known.</summary>
    public ShownPeople Others { get; private set; } = ShownPeople.Nobody;

    /// <summary>How many wait for what, most first; a person counts for each of their reasons. Of those whose details may be seen.</summary>
    public IReadOnlyList<(DelayReason Reason, int Count)> Reasons { get; private set; } = [];

    /// <summary>What the locality's own people wait for, most first, beside what is free.</summary>
    public IReadOnlyList<WantedPlace> Wanted { get; private set; } = [];

    public PeopleFilter Filter { get; private set; } = new();

    public ListAddress Address => new(Request);

    /// <summary>The hospitals, units and wards to choose from: those of the locality, and others that have its people.</summary>
    public IReadOnlyList<Option> Places { get; private set; } = [];

    /// <summary>Where people live who concern the locality; only of those whose details may be seen.</summary>
    public IReadOnlyList<Option> Homes { get; private set; } = [];

    /// <summary>Usual numbers of nights to choose from, and the one in the address.</summary>
    public IReadOnlyList<Option> Nights =>
        [.. UsualNights.Union([Filter.Nights ?? 1]).Order().Select(nights => new Option($"{nights}", NightsWords(nights)))];

    public static string WaitingWords(PeopleWaiting waiting) => waiting switch
    {
        PeopleWaiting.Optimised => "Medically optimised",
        PeopleWaiting.Delayed => "Delayed",
        _ => OfferWords.Of(WaitsOn.Choice).AsSentence(),
    };

    public static string BedWords(PeopleBed bed) => bed == PeopleBed.Held ? "Bed held" : "No bed held";

    public static string ReturnWords(PeopleReturn each) => each switch
    {
        PeopleReturn.CanGoBack => "Can go back to usual residence",
        PeopleReturn.NotAnswered => "Usual residence has not answered",
        _ => "Has a usual residence",
    };

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(locality) is not { } board)
        {
            return NotFound();
        }

        (Key, Now, Filter) = (locality, clock.GetUtcNow(), PeopleFilter.Parse(Request.Query));
        var sites = boards.All.SelectMany(each => each.Sites()).Where(site => site.Details is not null).ToList();
        var (own, others) = LocalityPeople.Of(locality, sites, Filter, Now, Address.Order<PeopleOrder>());
        (Own, Others) = (Shown(own, board.PolicyAt(Now)), Shown(others, board.PolicyAt(Now)));
        Places = PlacesAmong(sites.Where(site => site.Kind.RecordsStays() && site.Closed is null && (site.Key.Locality == locality || site.Stays.All.Any(stay => stay.HomeLocality == locality))));
        Homes = HomesOf(sites.SelectMany(site => site.Stays.All.Where(stay => site.Key.Locality == Key || stay.HomeLocality == Key).Select(stay => new KnownStay(site, stay))));
        Reasons = ReasonsOf(own.Concat(others).Where(MaySee));
        Wanted = Filter == new PeopleFilter() ? WantedPlace.Of(board.AsOf(Now).Totals, [.. own, .. others.Where(person => person.Stay.HomeLocality is null)], PlacesHeld.Now(sites, Now)) : [];
        await Note();
        return Page();
    }

    public static string OrderWords(PeopleOrder order) => order switch
    {
        PeopleOrder.Wait => "longest wait",
        PeopleOrder.Stay => "longest stay",
        PeopleOrder.Expected => "expected date",
        PeopleOrder.Ward => "ward",
        _ => "reference",
    };

    /// <summary>What the filter lets through, a few words for each part.</summary>
    public IEnumerable<string> FilterWords => new[]
    {
        Filter.Waiting is { } waiting ? WaitingWords(waiting) : null,
        Filter.Reason?.Entry().Words,
        Filter.Owner is { } owner ? $"{StayWords.Of(owner).AsSentence()} responsible" : null,
        Filter.Place is { } place ? Places.FirstOrDefault(each => each.Value == place.Value)?.Label ?? place.Value : null,
        Filter.Pathway is { } pathway ? $"Pathway {(int)pathway}" : null,
        Filter.Nights is { } nights ? $"Medically optimised for {NightsWords(nights)}" : null,
        Filter.Bed is { } bed ? BedWords(bed) : null,
        Filter.Needs is { } needs ? $"Needs: {Labels.Of(needs)}" : null,
        Filter.Return is { } back ? ReturnWords(back) : null,
        Filter.Home is { } home ? home == PeopleFilter.HomeNotKnown ? "Home not known" : $"Lives in {Labels.OfPart(home)}" : null,
    }.OfType<string>();

    /// <summary>A filter by what is recorded of people finds only those whose details may be seen: a count of the others would tell it.</summary>
    private ShownPeople Shown(IReadOnlyList<KnownStay> people, LocalityPolicy policy)
    {
        var seen = people.Where(MaySee).ToList();
        IReadOnlyList<KnownStay> hidden = Filter.AsksDetails ? [] : [.. people.Where(person => !MaySee(person))];
        return new(
            Filter.AsksDetails ? seen : people,
            [.. Address.Shown(seen).Select(person => (person, new PersonView(person.Stay, policy, Now)))],
            PeopleAtPlace.Of(hidden));
    }

    private bool MaySee(KnownStay person) => HttpContext.Caller()!.MaySee(person.Site.Key, person.Stay.HomeLocality);

    private static string NightsWords(int nights) => $"{nights} {StayWords.Nights(nights)} or more";

    /// <param name="people">All who concern the locality, whatever the filter shows.</param>
    private IReadOnlyList<Option> HomesOf(IEnumerable<KnownStay> people) =>
    [
        .. people.Where(MaySee).Select(person => person.Stay.HomeLocality).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(home => new Option(home, Labels.OfPart(home))),
        new(PeopleFilter.HomeNotKnown, "Not known"),
    ];

    private static IReadOnlyList<(DelayReason Reason, int Count)> ReasonsOf(IEnumerable<KnownStay> people) =>
    [
        .. people.SelectMany(person => person.Stay.Delays.Select(delay => delay.Reason))
            .CountBy(reason => reason)
            .OrderByDescending(each => each.Value)
            .ThenBy(each => each.Key)
            .Select(each => (each.Key, each.Value)),
    ];

    /// <summary>Each hospital, followed by its wards if it is the locality's own.</summary>
    private IReadOnlyList<Option> PlacesAmong(IEnumerable<Site> sites) =>
    [
        .. sites.GroupBy(site => site.Key.HospitalKey ?? site.Key.Value)
            .Select(place => (place.Key, Name: PeopleAtPlace.NameOf(place.First()), Wards: place.Where(site => site.Key.Hospital is not null && site.Key.Locality == Key)))
            .OrderBy(place => place.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(place => place.Wards.OrderBy(ward => ward.Details!.Name, StringComparer.OrdinalIgnoreCase)
                .Select(ward => new Option(ward.Key.Value, $"{place.Name}: {ward.Details!.Name}"))
                .Prepend(new(place.Key, place.Name))),
    ];

    /// <summary>Records who was shown, ward by ward.</summary>
    private Task Note() => log.RecordView(
        HttpContext, Own.Shown.Concat(Others.Shown).Select(person => (person.Known.Site.Key, (string?)person.Known.Stay.Reference)));
}
