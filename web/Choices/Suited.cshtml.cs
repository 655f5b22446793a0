using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Choices;

/// <summary>Who could come to a place, of the people whom the caller may see.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SuitedModel(Boards boards, FoldProgress progress, LocalityPolicies policies, KnownPostcodes postcodes, AccessLog log, TimeProvider clock) : PageModel
{
    public Site Site { get; private set; } = null!;

    public SiteDetails Details => Site.Details!;

    public SuitedPeople People { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public long Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string locality, string site)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (!SiteKey.TryParse($"{locality}/{site}", out var key) || boards.Find(key) is not { Details: not null, Kind: not SiteKind.Ward } place)
        {
            return NotFound();
        }

        (Site, Now, Version) = (place, clock.GetUtcNow(), boards.Find(locality)!.Version);
        var sites = boards.All.SelectMany(board => board.Sites()).Where(each => each.Details is not null).ToList();
        var people = sites.SelectMany(each => each.Stays.All.Select(stay => new KnownStay(each, stay))).Where(person => HttpContext.Caller()!.MaySee(person.Site.Key, person.Stay.HomeLocality));
        People = SuitedPeople.Of(place, people, new NearPlaces(boards, sites, postcodes.Now).Of, PlacesHeld.Now(sites, Now), policies, Now);
        var shown = People.Ready.Concat(People.Soon).Select(each => each.Person).Concat(People.Excluded.Select(each => each.Person));
        await log.RecordView(HttpContext, shown.Select(person => (person.Site.Key, (string?)person.Stay.Reference)));
        return Page();
    }

    /// <summary>How long somebody has been medically optimised, or when they are expected to leave.</summary>
    public string WaitOf(KnownStay person) => person.Stay.Optimised is null
        ? "Expected to leave within 24 hours"
        : $"Medically optimised for {person.Stay.DelayedDays(Now)} {StayWords.Nights(person.Stay.DelayedDays(Now))}";
}
