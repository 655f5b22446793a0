using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Stories;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>
/// One person without a name: where they are, where they are to go and why they are not there yet; what happened, also
/// after they have gone; and all that can be said of them.
/// </summary>
internal sealed partial class StayModel(SitePageServices services, StayStories stories) : SitePage(services)
{
    private SiteNames? _names;

    public string Reference => Request.Query["stay"].ToString();

    /// <summary>Which fold of the page is open: the name of its form; null for none.</summary>
    public string? Open => Request.Query["open"].ToString() is { Length: > 0 } open ? open : null;

    /// <summary>The person as they are now; null where they are not here.</summary>
    public PersonView? Person => Site.Stays.Find(Reference) is { } stay ? new(stay, Policy, Now) : null;

    /// <summary>How the person left, within a week; null where they are here or that was earlier.</summary>
    public Gone? Left => Person is null ? Site.Stays.FindGone(Reference) : null;

    /// <summary>The beds that are or were held for the person, the newest first; none as at a past moment, of which what happened tells.</summary>
    public IReadOnlyList<PlaceHeld> Holds =>
        !AsAt.IsPast && (Person?.Stay ?? Left?.Stay) is { } stay ? PlacesHeld.For(Boards, Site.Key, stay, Now) : [];

    /// <summary>What happened, the newest first.</summary>
    public IReadOnlyList<StoryLine> Story { get; private set; } = [];

    public bool MayPlan => May(Permission.PlanDischarges);

    public bool MayReview => May(Permission.ReviewStays);

    /// <summary>The places that the person may go to: of the hospital's locality and of their own.</summary>
    public SiteNames Names => _names ??= new(Boards, [Locality, (Person?.Stay ?? Left?.Stay)?.HomeLocality]);

    /// <summary>This page with one of its folds open.</summary>
    public string Opening(string form) => $"{new QueryBuilder { { "site", Site.Key.Value }, { "stay", Reference }, { "open", form } }}#{form}-details";

    /// <summary>Where to go back to: the ward's or unit's people or, where these are not theirs to see, those of the person's home.</summary>
    public (string Path, string Name) Back => !Caller.May(Permission.SeeStays, Scope.Of(Site.Key)) && HomeFor(Permission.SeeStays) is { } home
        ? ($"/{home}/people", $"{Labels.OfPart(home.Value)} patients")
        : (AsAt.Link(Site.Kind == SiteKind.Ward ? Paths.OfSite(Site.Key) : $"{Paths.OfSite(Site.Key)}/people"), $"{Details.Name}: patients");

    public override string NameOf(SiteKey site) => Boards.Find(site)?.Details?.Name ?? Names.Of(site);

    protected override bool ShowsThePast => true;

    protected override string SitePath =>
        Request.Query["site"].ToString() is var site && site.StartsWith($"{RouteData.Values["locality"]}/", StringComparison.Ordinal) ? site : "";

    protected override string Query => new QueryBuilder { { "site", Site.Key.Value }, { "stay", Reference } }.ToString();

    protected override IEnumerable<string?> StaysShown => [Reference];

    protected override bool IsFor(SiteKind kind) => kind.RecordsStays();

    /// <summary>What may be done for the locality's own people may be done for them wherever they are.</summary>
    protected override Scope? HomeFor(Permission permission) => permission is Permission.SeeStays or Permission.PlanDischarges
        ? Scope.OfHome(Person?.Stay ?? Left?.Stay ?? Boards.FindStay(Site.Key, Reference)?.Stay)
        : null;

    protected override async Task<IActionResult> Shown()
    {
        if (StayReferences.Check(Reference, "stay") is not null)
        {
            return NotFound();
        }

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

        // The person may be, or have been, on wards whose people are not for everybody who sees those of this one.
        bool MaySeeAt(SiteKey site) => Caller.May(Permission.SeeStays, Scope.Of(site), home);
    }
}
