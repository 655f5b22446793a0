using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Stories;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>
/// One person, without a name: where they are, where they are to go and why they are not there yet; what happened, even after
/// they have left; and forms for everything that can be recorded about them.
/// </summary>
internal sealed partial class StayModel(SitePageServices services, StayStories stories) : SitePage(services)
{
    private SiteNames? _names;

    public string Reference => Request.Query["stay"].ToString();

    /// <summary>The section that is open, by its form's name; null for none.</summary>
    public string? Open => Request.Query["open"].ToString() is { Length: > 0 } open ? open : null;

    /// <summary>The person now; null if they are not here.</summary>
    public PersonView? Person => Site.Stays.Find(Reference) is { } stay ? new(stay, Policy, Now) : null;

    /// <summary>How the person left within the last week; null if they are here or left earlier.</summary>
    public Gone? Left => Person is null ? Site.Stays.FindGone(Reference) : null;

    /// <summary>
    /// The beds that are or were held for the person, newest first; none for a past time, for which the story has them.
    /// </summary>
    public IReadOnlyList<PlaceHeld> Holds => field ??=
        !AsAt.IsPast && (Person?.Stay ?? Left?.Stay) is { } stay ? PlacesHeld.For(Boards, Site.Key, stay, Now) : [];

    /// <summary>The person, if a place has reported their arrival; otherwise empty.</summary>
    public IReadOnlyList<ReportedArrival> Reported => Person is { } person && ReportedArrival.Of(person.Stay, Holds) is { } reported ? [reported] : [];

    /// <summary>What happened, newest first.</summary>
    public IReadOnlyList<StoryLine> Story { get; private set; } = [];

    public ListAddress Address => new(Request);

    public bool MayPlan => May(Permission.PlanDischarges);

    public bool MayReview => May(Permission.ReviewStays);

    /// <summary>The places the person may go to, in the hospital's locality and their own.</summary>
    public SiteNames Names => _names ??= new(Boards, [Locality, (Person?.Stay ?? Left?.Stay)?.HomeLocality]);

    /// <summary>This page's query with one of its sections open.</summary>
    public string Opening(string form) => $"{new QueryBuilder { { "site", Site.Key.Value }, { "stay", Reference }, { "open", form } }}#{form}-details";

    public override string NameOf(SiteKey site) => Boards.Find(site)?.Details?.Name ?? Names.Of(site);

    protected override bool ShowsThePast => true;

    protected override string SitePath =>
        Request.Query["site"].ToString() is var site && site.StartsWith($"{RouteData.Values["locality"]}/", StringComparison.Ordinal) ? site : "";

    protected override string Query => new QueryBuilder { { "site", Site.Key.Value }, { "stay", Reference } }.ToString();

    protected override IEnumerable<string?> StaysShown => [Reference];

    protected override bool IsFor(SiteKind kind) => kind.RecordsStays();

    /// <summary>What the caller may do for the locality's own people holds wherever those people are.</summary>
    protected override Scope? HomeFor(Permission permission) => permission is Permission.SeeStays or Permission.PlanDischarges or Permission.Assess
        ? Scope.OfHome(Person?.Stay ?? Left?.Stay ?? Boards.FindStay(Site.Key, Reference)?.Stay)
        : null;

    protected override async Task<IActionResult> Shown()
    {
        if (StayReferences.Check(Reference, "stay") is not null)
        {
            return NotFound();
        }

        Residence = await ReadResidence();
        var home = HomeFor(Permission.SeeStays);
        if (!AsAt.IsPast && Person is null && Boards.FindStay(Site.Key, Reference) is { } known && known.Site.Key != Site.Key && (known.Left is null || Left is null)
            && MaySeeAt(known.Site.Key))
        {
            return LocalRedirect($"{Request.PathBase}{Paths.OfStay(known.Site.Key, Reference)}");
        }

        var happened = await stories.Read(Site.Key, Reference, AsAt.Past, HttpContext.RequestAborted);
        Story = StoryTeller.Tell(StoryReach.Of(happened, MaySeeAt), Reference, NameOf, Now);
        if (Story.Count == 0 && !AsAt.IsPast)
        {
            return NotFound();
        }

        await Log.RecordView(HttpContext, Site.Key, StaysShown, AsAt.Past);
        return Page();

        // The person may be, or have been, on wards whose people this caller may not see.
        bool MaySeeAt(SiteKey site) => Caller.May(Permission.SeeStays, Scope.Of(site), home);
    }
}
