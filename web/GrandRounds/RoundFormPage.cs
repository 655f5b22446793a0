using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Commands;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.GrandRounds;

/// <summary>
/// A page about people on several wards of a locality, each of whom is changed at their own ward. A completed change ends in a
/// redirect; a failed one shows the form again.
/// </summary>
internal abstract class RoundFormPage(RoundReader rounds, SiteCommands commands, AccessLog log) : FormPage
{
    /// <summary>The locality at the time shown.</summary>
    public RoundMoment Moment { get; private set; } = null!;

    public string Locality => (string)RouteData.Values["locality"]!;

    public DateTimeOffset Now => Moment.At;

    public DateOnly Today => LocalDay.Of(Now);

    /// <summary>The problems of the submitted form or of the time asked for.</summary>
    public override IReadOnlyList<FieldProblem> Problems => [.. Moment.AsAt.Problems, .. base.Problems];

    public string CallerName => Caller.Name;

    protected RoundReader Rounds => rounds;

    private Caller Caller => HttpContext.Caller()!;

    /// <summary>False for a past time, which is read-only.</summary>
    public bool MayReview(SiteKey site) => !Moment.AsAt.IsPast && Caller.May(Permission.ReviewStays, Scope.Of(site));

    public bool MaySeeStays(SiteKey site) => Caller.May(Permission.SeeStays, Scope.Of(site));

    /// <summary>The route for posting an act at a site, which also says what the page shows afterwards.</summary>
    public abstract Dictionary<string, string> RouteOf(SiteKey site, Stay stay);

    /// <summary>The element to return to when the action is no longer on the page.</summary>
    public abstract string AfterActionId { get; }

    public async Task<IActionResult> OnGetAsync() => await Load() ? await Shown() : NotFound();

    public Task<IActionResult> OnPostDoneAsync() => Act(
        form => new CompleteAction(StayIn(form), ActionIn(form)), form => $"Done for {StayIn(form)}: {form.Text("what")}.", AfterAction);

    public Task<IActionResult> OnPostChangeAsync() => Act(
        form => new ChangeAction(
            StayIn(form),
            ActionIn(form),
            form.Required("owner", "Enter the owner."),
            DueDays.Read(form, "due", Today, form.Date("before"))),
        form => $"Changed for {StayIn(form)}: {form.Text("what")}.",
        AfterAction);

    public Task<IActionResult> OnPostDropAsync() => Act(
        form => new DropAction(StayIn(form), ActionIn(form), form.Optional("words", Limits.LongText) ?? "No longer needed"),
        form => $"No longer needed for {StayIn(form)}: {form.Text("what")}.",
        AfterAction);

    /// <summary>True if the page can also show a past time.</summary>
    protected virtual bool ShowsThePast => false;

    /// <summary>Prepares what the page shows from the sites; false if there is no such page.</summary>
    protected abstract Task<bool> Read();

    /// <summary>The people shown, each with their site.</summary>
    protected abstract IEnumerable<(SiteKey Site, string? Stay)> StaysShown();

    /// <summary>The address to go to after an action was changed.</summary>
    protected abstract string AfterAction(SentForm form);

    /// <summary>Executes a form's command at the site in the address.</summary>
    protected async Task<IActionResult> Act(Func<SentForm, ReviewCommand> read, Func<SentForm, string> said, Func<SentForm, string> after)
    {
        if (!await Load() || SiteAsked() is not { } site)
        {
            return NotFound();
        }

        var form = await ReadForm();
        var command = read(form);
        if (!form.IsValid)
        {
            return await Shown();
        }

        var outcome = await commands.Execute(HttpContext, site.Kind, site.Key, command, form);
        await Load();
        if (outcome.Refusal is { } refusal)
        {
            Refuse(form, refusal);
            return await Shown();
        }

        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. {said(form)}";
        return LocalRedirect($"{Request.PathBase}{after(form)}");
    }

    protected virtual void Refuse(SentForm form, Refusal refusal) => form.Refuse(refusal);

    protected static string StayIn(SentForm form) => form.Required("stay", "Choose a person.");

    private static string ActionIn(SentForm form) => form.Required("action", "Choose an action.");

    private async Task<bool> Load()
    {
        if (await rounds.Moment(Locality, Asked, HttpContext.RequestAborted) is not { } moment)
        {
            return false;
        }

        Moment = moment;
        ViewData[nameof(AsAt)] = moment.AsAt;
        return await Read();
    }

    /// <summary>Acts always apply to the present, whatever time is shown.</summary>
    private AsAt Asked(DateTimeOffset now, DateTimeOffset began) =>
        ShowsThePast && HttpMethods.IsGet(Request.Method) ? AsAt.Of(Request.Query, now, began) : AsAt.OfNow(now, began);

    private Site? SiteAsked() => SiteKey.TryParse(Request.Query["site"], out var key) && key.Locality == Locality
        ? Moment.Sites.FirstOrDefault(site => site.Key == key && site.Details is not null)
        : null;

    private async Task<IActionResult> Shown()
    {
        await log.RecordView(HttpContext, StaysShown(), Moment.AsAt.Past);
        return Page();
    }
}
