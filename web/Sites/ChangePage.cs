using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>
/// A page by which people change one site. It reads the site from its grain, so that one sees one's own change
/// at once; a change that was done ends in a redirect, one that was not shows the form again.
/// </summary>
public abstract class ChangePage(Boards boards, ISiteClient sites, TimeProvider clock) : FormPage
{
    /// <summary>The element that says that the site is closed.</summary>
    public const string ClosedId = "closed";

    /// <summary>The site as its grain has it, or as it stood.</summary>
    public Site Site { get; private set; } = null!;

    public SiteDetails Details => Site.Details!;

    /// <summary>The instant that the page shows: now, or a past one.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Whether the page is as of now or as at a past moment.</summary>
    public AsAt AsAt { get; private set; } = null!;

    /// <summary>The policy of the site's locality.</summary>
    public LocalityPolicy Policy { get; private set; } = null!;

    public FreshnessPolicy FreshnessPolicy => Policy.FreshnessOf(Site.Kind);

    public Freshness Freshness => FreshnessPolicy.Of(Site, Now);

    /// <summary>False where the site has nothing to show and takes no change: it is closed, or cannot be read.</summary>
    public bool IsShown => Site is { Closed: null, Unreadable: null };

    public string Locality => Site.Key.Locality;

    public IReadOnlyList<LineView> Lines => [.. Site.Capacity.Lines.Select(line => LineView.Of(line, Site, Now))];

    /// <summary>The board that the page's site is on, as it was before the site was read: what comes after it may change the page.</summary>
    public BoardUpdate Board { get; private set; } = null!;

    /// <summary>What is wrong with the form that was sent. A closed site shows no forms, so there it leads to why.</summary>
    public override IReadOnlyList<FieldProblem> Problems =>
        [.. AsAt.Problems, .. base.Problems.Select(problem => Site.Closed is null ? problem : problem with { Field = ClosedId })];

    /// <summary>A ward or unit as people name it: "Ward A1, Stepping Hill Hospital".</summary>
    public virtual string NameOf(SiteKey site) => Boards.Find(site.Locality)?.Find(site)?.Details is { } details
        ? details.Hospital is { } hospital ? $"{details.Name}, {hospital}" : details.Name
        : Labels.OfPart(site.Name);

    protected Boards Boards => boards;

    private protected Caller Caller => HttpContext.Caller()!;

    /// <summary>True where whoever looks at the page may do something at its site. What is past may be seen, and nothing more.</summary>
    public bool May(Permission permission) => (!AsAt.IsPast || IsToSee(permission)) && Caller.May(permission, Scope.Of(Site.Key), HomeFor(permission));

    public bool MaySeeStays => May(Permission.SeeStays);

    public bool MayDeclare => May(Permission.DeclareVacancies);

    public bool MayAnswerHolds => May(Permission.AnswerHolds);

    public bool MayChangeStays => May(Permission.ChangeStays);

    public bool MaySuspend => May(Permission.SuspendPlacements);

    /// <summary>The key of the site that the address names.</summary>
    protected virtual string SitePath => RouteData.Values.TryGetValue("ward", out var ward)
        ? $"{RouteData.Values["locality"]}/{RouteData.Values["hospital"]}/{ward}"
        : $"{RouteData.Values["locality"]}/{RouteData.Values["site"]}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load())
        {
            return NotFound();
        }

        await LookBack();
        ViewData[nameof(AsAt)] = AsAt;
        return await Shown();
    }

    /// <summary>The page as it is shown, of the site that was read; what is seen of people is noted.</summary>
    protected virtual async Task<IActionResult> Shown()
    {
        await (MaySeeStays ? Looks.Saw(HttpContext, Site.Key, StaysShown, AsAt.Past) : Task.CompletedTask);
        return Page();
    }

    /// <summary>The home of the person whom the page is about, where that too gives a permission; null for the site alone.</summary>
    protected virtual Scope? HomeFor(Permission permission) => null;

    /// <summary>The references that the page shows to whoever may see them; null for what is about nobody.</summary>
    protected abstract IEnumerable<string?> StaysShown { get; }

    /// <summary>True where this kind of site has this page.</summary>
    protected abstract bool IsFor(SiteKind kind);

    /// <summary>True where the page can be seen as at a past moment. Such a page shows no form to whom <see cref="May"/> denies it.</summary>
    protected virtual bool ShowsThePast => false;

    /// <summary>Does what a form asks: reads it, sends the command and shows what became of it.</summary>
    /// <param name="said">What was done, of the site as it then is.</param>
    protected Task<IActionResult> Change(Func<SentForm, SiteCommand> read, Func<SentForm, string> said, Func<SentForm, string>? anchor = null) => Change(
        async form =>
        {
            var command = read(form);
            return form.IsRight ? await Execute(command, form, by => sites.Execute(Site.Kind, Site.Key, form.Request(command, by))) : null;
        },
        said,
        anchor);

    /// <summary>Has a command done in the name of whoever is signed in, and notes from where it came.</summary>
    protected async Task<Outcome> Execute(SiteCommand command, SentForm form, Func<string, Task<Outcome>> execute)
    {
        var outcome = await execute(Caller.Name);
        await (outcome.Refusal is null ? Looks.Did(HttpContext, Site.Key, command, form.Operation) : Task.CompletedTask);
        await Sides.After(Site.Key, command, outcome, Caller.Name);
        return outcome;
    }

    /// <param name="execute">Does it; answers null where the form is not right.</param>
    protected async Task<IActionResult> Change(
        Func<SentForm, Task<Outcome?>> execute, Func<SentForm, string> said, Func<SentForm, string>? anchor = null)
    {
        if (!await Load())
        {
            return NotFound();
        }

        var form = await ReadForm();
        if (await execute(form) is not { } outcome)
        {
            return await Shown();
        }

        await Read(Site.Kind, Site.Key);
        if (outcome.Refusal is { } refusal)
        {
            form.Refuse(refusal, refusal.Site is { } site ? NameOf(site) : null);
            return await Shown();
        }

        Said = $"Saved at {QuickTimes.Clock(Now)}. {said(form)}";
        return LocalRedirect($"{Request.PathBase}{Request.Path}{Query}{(anchor is null ? "" : $"#{anchor(form)}")}");
    }

    /// <summary>The query of the page after a change.</summary>
    protected virtual string Query => "";

    private BothSides Sides => HttpContext.RequestServices.GetRequiredService<BothSides>();

    /// <summary>What people saw and did, noted.</summary>
    private protected SiteLooks Looks => HttpContext.RequestServices.GetRequiredService<SiteLooks>();

    private BoardHistory History => HttpContext.RequestServices.GetRequiredService<BoardHistory>();

    private static bool IsToSee(Permission permission) =>
        permission is Permission.SeeCounts or Permission.SeeBoard or Permission.SeeSite or Permission.SeeStays;

    private async Task<bool> Load()
    {
        await boards.CaughtUp.WaitAsync(HttpContext.RequestAborted);
        if (!SiteKey.TryParse(SitePath, out var key) || await Known(key) is not { } known || !IsFor(known.Kind))
        {
            return false;
        }

        Board = boards.Find(key.Locality)!.Whole();
        await Read(known.Kind, key);
        return Site.Details?.Kind == known.Kind;
    }

    /// <summary>Takes the site back to the moment that the address asks for, if it asks for one.</summary>
    private async Task LookBack()
    {
        AsAt = ShowsThePast ? AsAt.Of(Request.Query, AsAt.Now, AsAt.Began) : AsAt;
        if (AsAt.Past is not { } at)
        {
            return;
        }

        await boards.UpToDate(HttpContext.RequestAborted);
        var past = await AsAt.Read(History, Locality, HttpContext.RequestAborted);
        if (past?.Find(Site.Key) is not { } site)
        {
            AsAt = AsAt.NotOnTheBoard(Details.Name);
            return;
        }

        (Site, Now, Policy) = (site, at, past.Policy);
    }

    /// <summary>The site on its board; it may have been put there a moment ago, on another node.</summary>
    private async Task<Site?> Known(SiteKey key)
    {
        if (boards.Find(key.Locality)?.Find(key) is { } known)
        {
            return known;
        }

        await boards.UpToDate(HttpContext.RequestAborted);
        return boards.Find(key.Locality)?.Find(key);
    }

    private async Task Read(SiteKind kind, SiteKey key)
    {
        Site = await sites.Read(kind, key);
        Now = clock.GetUtcNow();
        AsAt = AsAt.OfNow(Now, History.Began(key) ?? Now);
        Policy = boards.Find(key.Locality)!.PolicyAt(Now);
    }
}
