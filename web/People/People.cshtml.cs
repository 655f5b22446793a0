using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.People;

/// <summary>A locality's own people wherever they are and, separately, the other people in its hospitals.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PeopleModel(Boards boards, FoldProgress progress, AccessLog log, TimeProvider clock) : PageModel
{
    private const int AtOnce = 50;

    private LocalityPolicy _policy = LocalityPolicy.Default;

    public string Key { get; private set; } = "";

    public string Name => Labels.OfPart(Key);

    public DateTimeOffset Now { get; private set; }

    public LocalityPeople People { get; private set; } = new([], []);

    public PeopleFilter Filter { get; private set; } = new();

    public bool ShowsAll => Request.Query.ContainsKey("all");

    /// <summary>The hospitals, units and wards to choose from: those of the locality, and others that have its people.</summary>
    public IReadOnlyList<Option> Places { get; private set; } = [];

    public static string WaitingWords(PeopleWaiting waiting) => waiting == PeopleWaiting.Optimised ? "Medically optimised" : "Delayed";

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(locality) is not { } board)
        {
            return NotFound();
        }

        (Key, Now, Filter) = (locality, clock.GetUtcNow(), PeopleFilter.Parse(Request.Query));
        _policy = board.PolicyAt(Now);
        var sites = boards.All.SelectMany(each => each.Sites()).Where(site => site.Kind.RecordsStays() && site.Details is not null).ToList();
        People = LocalityPeople.Of(locality, sites, Filter, Now);
        Places = PlacesAmong(sites.Where(site => site.Closed is null && (site.Key.Locality == locality || site.Stays.All.Any(stay => stay.HomeLocality == locality))));
        await Note();
        return Page();
    }

    /// <summary>What the filter lets through, a few words for each part.</summary>
    public IEnumerable<string> FilterWords => new[]
    {
        Filter.Waiting is { } waiting ? WaitingWords(waiting) : null,
        Filter.Reason?.Entry().Words,
        Filter.Owner is { } owner ? $"{StayWords.Of(owner).AsSentence()} responsible" : null,
        Filter.Place is { } place ? Places.FirstOrDefault(each => each.Value == place.Value)?.Label ?? place.Value : null,
        Filter.Pathway is { } pathway ? $"Pathway {(int)pathway}" : null,
    }.OfType<string>();

    /// <summary>How many wait for what, most first; a person counts for each of their reasons.</summary>
    public IEnumerable<(DelayReason Reason, int Count)> Reasons => People.Own.Concat(People.Others)
        .SelectMany(person => person.Stay.Delays.Select(delay => delay.Reason))
        .CountBy(reason => reason)
        .OrderByDescending(each => each.Value)
        .ThenBy(each => each.Key)
        .Select(each => (each.Key, each.Value));

    /// <summary>The longest waits of those whose details the caller may see, as many as are shown at once.</summary>
    public IEnumerable<(KnownStay Known, PersonView View)> Shown(IEnumerable<KnownStay> people) =>
        people.Where(MaySee).Take(ShowsAll ? int.MaxValue : AtOnce).Select(person => (person, new PersonView(person.Stay, _policy, Now)));

    public bool MaySee(KnownStay person) =>
        HttpContext.Caller()!.May(Permission.SeeStays, Scope.Of(person.Site.Key), Scope.OfHome(person.Stay));

    /// <summary>This page's address with a field set, or taken out.</summary>
    public string With(string name, string? value)
    {
        var fields = Request.Query.Where(field => field.Key != name).SelectMany(field => field.Value, (field, each) => KeyValuePair.Create(field.Key, each ?? ""));
        return $"/{Key}/people{new QueryBuilder(value is null ? fields : fields.Append(new(name, value)))}";
    }

    /// <summary>Each hospital is followed by its wards.</summary>
    private static IReadOnlyList<Option> PlacesAmong(IEnumerable<Site> sites) =>
    [
        .. sites.GroupBy(site => site.Key.HospitalKey ?? site.Key.Value)
            .OrderBy(place => PeopleAtPlace.NameOf(place.First()), StringComparer.OrdinalIgnoreCase)
            .SelectMany(place => place.Key == place.First().Key.Value
                ? [new Option(place.Key, PeopleAtPlace.NameOf(place.First()))]
                : place.OrderBy(ward => ward.Details!.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(ward => new Option(ward.Key.Value, $"{PeopleAtPlace.NameOf(ward)}: {ward.Details!.Name}"))
                    .Prepend(new(place.Key, PeopleAtPlace.NameOf(place.First())))),
    ];

    /// <summary>Records who was shown, ward by ward.</summary>
    private Task Note() => log.RecordView(
        HttpContext, Shown(People.Own).Concat(Shown(People.Others)).Select(person => (person.Known.Site.Key, (string?)person.Known.Stay.Reference)));
}
