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

/// <summary>The services that a site's pages need.</summary>
internal sealed record SitePageServices(SiteReader Reader, SiteCommands Commands, AccessLog Log, Boards Boards);

/// <summary>
/// A page by which people change one site. A completed change ends in a redirect; a refused one shows the form again.
/// </summary>
internal abstract class SitePage(SitePageServices services) : FormPage
{
    /// <summary>The id of the element that says the site is closed.</summary>
    public const string ClosedId = "closed";

    private SiteAsAt _shown = null!;

    /// <summary>The site now, or as at the past time shown.</summary>
    public Site Site => _shown.Site;

    public SiteDetails Details => Site.Details!;

    /// <summary>The time that the page shows: now, or a past one.</summary>
    public DateTimeOffset Now => _shown.At;

    /// <summary>Whether the page shows now or a past time.</summary>
    public AsAt AsAt => _shown.AsAt;

    public LocalityPolicy Policy => _shown.Policy;

    public FreshnessPolicy FreshnessPolicy => Policy.FreshnessOf(Site.Kind);

    public Freshness Freshness => FreshnessPolicy.Of(Site, Now);

    /// <summary>False if the site is closed or cannot be read, so that it shows nothing and takes no changes.</summary>
    public bool IsShown => Site is { Closed: null, Unreadable: null };

    public string Locality => Site.Key.Locality;

    public IReadOnlyList<LineView> Lines => [.. Site.Capacity.Lines.Select(line => LineView.Of(line, Site, Now))];

    /// <summary>The board of the page's site, read before the site, so that later changes may update the page.</summary>
    public BoardUpdate Board { get; private set; } = null!;

    /// <summary>The submitted form's problems. A closed site shows no forms, so they link to the reason for closing.</summary>
    public override IReadOnlyList<FieldProblem> Problems =>
        [.. AsAt.Problems, .. base.Problems.Select(problem => Site.Closed is null ? problem : problem with { Field = ClosedId })];

    /// <summary>A ward's or unit's full name: "Ward A1, Stepping Hill Hospital".</summary>
    public virtual string NameOf(SiteKey site) => Boards.Find(site)?.Details is { } details ? Labels.Of(details) : Labels.OfPart(site.Name);

    /// <summary>True if the page has a form to admit somebody to a bed.</summary>
    public virtual bool HasAdmissions => false;

    protected Boards Boards => services.Boards;

    protected AccessLog Log => services.Log;

    protected Caller Caller => HttpContext.Caller()!;

    /// <summary>True if the viewer has a permission at the page's site. For a past time, only permissions to see count.</summary>
    public bool May(Permission permission) => (!AsAt.IsPast || IsToSee(permission)) && Caller.May(permission, Scope.Of(Site.Key), HomeFor(permission));

    public bool MaySeeStays => May(Permission.SeeStays);

    public bool MayDeclare => May(Permission.DeclareVacancies);

    public bool MayAnswerHolds => May(Permission.AnswerHolds);

    /// <summary>A trusted assessor may answer only where the place has agreed.</summary>
    public bool MayAnswerEnquiries => May(Permission.AnswerEnquiries) && (MayAnswerHolds || Site.Enquiries.TrustedAssessors is not null);

    public bool MayChangeStays => May(Permission.ChangeStays);

    public bool MaySuspend => May(Permission.SuspendPlacements);

    /// <summary>The key of the site in the address.</summary>
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

    /// <summary>Shows the page for the site that was read, and records which people it shows.</summary>
    protected virtual async Task<IActionResult> Shown()
    {
        await (MaySeeStays ? Log.RecordView(HttpContext, Site.Key, StaysShown, AsAt.Past) : Task.CompletedTask);
        return Page();
    }

    /// <summary>The home of the page's person, if it too can give the permission; null if only the site counts.</summary>
    protected virtual Scope? HomeFor(Permission permission) => null;

    /// <summary>The references shown to viewers who may see them; null for what concerns nobody in particular.</summary>
    protected abstract IEnumerable<string?> StaysShown { get; }

    /// <summary>True if this kind of site has this page.</summary>
    protected abstract bool IsFor(SiteKind kind);

    /// <summary>True if the page can show a past time. Such a page shows no form for which <see cref="May"/> is false.</summary>
    protected virtual bool ShowsThePast => false;

    /// <summary>Executes a form's command and shows the result.</summary>
    /// <param name="said">The confirmation, given the site after the change.</param>
    /// <param name="anchor">The element of the page to return to.</param>
    /// <param name="elsewhere">Which site the command is for; null for the page's own.</param>
    protected async Task<IActionResult> Change(
        Func<SentForm, SiteCommand> read, Func<SentForm, string> said, Func<SentForm, string>? anchor = null, OtherSite? elsewhere = null)
    {
        if (!await Load(AsAt.OfNow))
        {
            return NotFound();
        }

        var form = await ReadForm();
        var command = read(form);
        var changed = elsewhere is null ? Site : elsewhere.Find(form);
        if (changed is not null && elsewhere?.May(changed) == false)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (changed is null || !form.IsValid)
        {
            return await Shown();
        }

        var outcome = await services.Commands.Execute(HttpContext, changed.Kind, changed.Key, command, form);
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
        Undo = UndoFor(command);
        return LocalRedirect($"{Request.PathBase}{Request.Path}{Query}{(anchor is null ? "" : $"#{anchor(form)}")}");
    }

    /// <summary>Shows on the form why the site refused a command.</summary>
    protected virtual void Refuse(SentForm form, SiteCommand command, Refusal refusal) => form.Refuse(refusal, refusal.Site is { } site ? NameOf(site) : null);

    /// <summary>The stay for which the page's handler <c>Undo</c> takes a command back; null if it cannot.</summary>
    protected virtual string? UndoFor(SiteCommand command) => null;

    /// <summary>The site of a form's command that is not for the page's own site.</summary>
    /// <param name="Find">The site; null if there is none, and the form says why.</param>
    /// <param name="May">True if the caller may send the command there.</param>
    protected sealed record OtherSite(Func<SentForm, Site?> Find, Func<Site, bool> May);

    /// <summary>The query of the page after a change.</summary>
    protected virtual string Query => "";

    /// <summary>Another site than the page's own, as at the page's time; null if it was not on the board.</summary>
    protected Task<Site?> Other(SiteKey key) => services.Reader.Other(AsAt, key, HttpContext.RequestAborted);

    private static bool IsToSee(Permission permission) =>
        permission is Permission.SeeCounts or Permission.SeeBoard or Permission.SeeSite or Permission.SeeStays;

    /// <summary>False if there is no such page.</summary>
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
