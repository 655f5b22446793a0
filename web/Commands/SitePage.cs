using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Commands;

/// <summary>What the pages of a site need.</summary>
internal sealed record SitePageServices(SiteReader Reader, SiteCommands Commands, AccessLog Log, Boards Boards);

/// <summary>
/// A page by which people change one site. A change that was done ends in a redirect; one that was refused shows the form again.
/// </summary>
internal abstract class SitePage(SitePageServices services) : FormPage
{
    /// <summary>The element that says that the site is closed.</summary>
    public const string ClosedId = "closed";

    private SiteAsAt _shown = null!;

    /// <summary>The site as it is, or as it stood.</summary>
    public Site Site => _shown.Site;

    public SiteDetails Details => Site.Details!;

    /// <summary>The instant that the page shows: now, or a past one.</summary>
    public DateTimeOffset Now => _shown.At;

    /// <summary>Whether the page is as of now or as at a past moment.</summary>
    public AsAt AsAt => _shown.AsAt;

    /// <summary>The policy of the site's locality.</summary>
    public LocalityPolicy Policy => _shown.Policy;

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
    public virtual string NameOf(SiteKey site) => Boards.Find(site)?.Details is { } details ? Labels.Of(details) : Labels.OfPart(site.Name);

    /// <summary>True where the page has the form by which somebody is admitted to a bed.</summary>
    public virtual bool HasAdmissions => false;

    protected Boards Boards => services.Boards;

    protected AccessLog Log => services.Log;

    protected Caller Caller => HttpContext.Caller()!;

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
        if (!await Load((now, began) => ShowsThePast ? AsAt.Of(Request.Query, now, began) : AsAt.OfNow(now, began)))
        {
            return NotFound();
        }

        ViewData[nameof(AsAt)] = AsAt;
        return await Shown();
    }

    /// <summary>The page as it is shown, of the site that was read; which people it shows is recorded.</summary>
    protected virtual async Task<IActionResult> Shown()
    {
        await (MaySeeStays ? Log.RecordView(HttpContext, Site.Key, StaysShown, AsAt.Past) : Task.CompletedTask);
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

    /// <summary>Does what a form asks: reads it, has the command done and shows what became of it.</summary>
    /// <param name="said">What was done, of the site as it then is.</param>
    /// <param name="anchor">The element of the page to go on from.</param>
    protected async Task<IActionResult> Change(Func<SentForm, SiteCommand> read, Func<SentForm, string> said, Func<SentForm, string>? anchor = null)
    {
        if (!await Load(AsAt.OfNow))
        {
            return NotFound();
        }

        var form = await ReadForm();
        var command = read(form);
        if (!form.IsValid)
        {
            return await Shown();
        }

        var outcome = await services.Commands.Execute(HttpContext, Site.Kind, Site.Key, command, form);
        if (await services.Reader.ReadAfter(outcome, Site.Key, HttpContext.RequestAborted) is { } site)
        {
            await Show(site, services.Reader.Asked(site.Key, AsAt.OfNow));
        }

        if (outcome.Refusal is { } refusal)
        {
            Refuse(form, command, refusal);
            return await Shown();
        }

        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. {said(form)}";
        return LocalRedirect($"{Request.PathBase}{Request.Path}{Query}{(anchor is null ? "" : $"#{anchor(form)}")}");
    }

    /// <summary>Says at the form why the site refused a command.</summary>
    protected virtual void Refuse(SentForm form, SiteCommand command, Refusal refusal) => form.Refuse(refusal, refusal.Site is { } site ? NameOf(site) : null);

    /// <summary>The query of the page after a change.</summary>
    protected virtual string Query => "";

    private static bool IsToSee(Permission permission) =>
        permission is Permission.SeeCounts or Permission.SeeBoard or Permission.SeeSite or Permission.SeeStays;

    /// <summary>False where there is no such page.</summary>
    private async Task<bool> Load(Func<DateTimeOffset, DateTimeOffset, AsAt> parse)
    {
        if (!SiteKey.TryParse(SitePath, out var key))
        {
            return false;
        }

        var board = Boards.Find(key.Locality)?.Whole();
        if (await services.Reader.Read(key, HttpContext.RequestAborted) is not { Details: not null } site || !IsFor(site.Kind))
        {
            return false;
        }

        Board = board ?? Boards.Find(key.Locality)!.Whole();
        await Show(site, services.Reader.Asked(key, parse));
        return true;
    }

    private async Task Show(Site site, AsAt asAt) => _shown = await services.Reader.At(asAt, site, HttpContext.RequestAborted);
}
