using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Assessments;

/// <summary>
/// A team's work list: the assessments that it is asked for, longest asked first, with the next step beside each. Of people whose details
/// the reader may see.
/// </summary>
internal sealed class AssessmentsModel(Boards boards, LocalityPolicies policies, FoldProgress progress, SiteCommands commands, AccessLog log, TimeProvider clock) : FormPage
{
    /// <summary>How many are shown unless all are asked for: enough for a team's day, and short on a phone.</summary>
    private const int AtOnce = 20;

    private IReadOnlyList<OpenAssessment> _all = [];
    private AssessmentFilter _filter = new();

    public string Locality => (string)RouteData.Values["locality"]!;

    public DateTimeOffset Now { get; private set; }

    /// <summary>The board's version, read before what is shown.</summary>
    public long Version { get; private set; }

    public ListAddress Address => new(Request);

    public bool IsFiltered => _filter != new AssessmentFilter();

    public int Total => _all.Count;

    /// <summary>Those that match the filter.</summary>
    public IReadOnlyList<OpenAssessment> Matching => [.. _all.Where(_filter.Shows)];

    public IReadOnlyList<OpenAssessment> Shown => [.. Address.Shown(Matching, AtOnce)];

    public ListLinks Shows => new("show", "Show",
    [
        new($"All: {Count(_filter with { IsOverdueOnly = false })}", Address.With(("show", null), ("all", null)), !_filter.IsOverdueOnly),
        new($"Overdue: {Count(_filter with { IsOverdueOnly = true })}", Address.With(("show", "overdue"), ("all", null)), _filter.IsOverdueOnly),
    ]);

    public IReadOnlyList<Option> Places => [.. _all.GroupBy(open => open.Place).Select(place => new Option(place.Key, PlaceOf(place.First()))).OrderBy(option => option.Label, StringComparer.Ordinal)];

    private Caller Caller => HttpContext.Caller()!;

    public async Task<IActionResult> OnGetAsync() => await Load() ? await ShowPage() : NotFound();

    public Task<IActionResult> OnPostPromiseAssessmentAsync() => Act(AssessmentForm.Promise, (_, _, _) => "Time promised.");

    public Task<IActionResult> OnPostStartAssessmentAsync() => Act(AssessmentForm.Start, (_, _, _) => "Assessment started.");

    public Task<IActionResult> OnPostCompleteAssessmentAsync() => Act(AssessmentForm.Complete, AssessmentForm.Ended);

    public static string PlaceOf(OpenAssessment open) => open.Person.Site.Details!.Hospital ?? open.Person.Site.Details.Name;

    public AssessmentItem ItemOf(OpenAssessment open) => new(
        this,
        open.View,
        Address.Fields(("site", open.Site.Value), ("stay", open.Person.Stay.Reference)),
        Caller.May(Permission.Assess, Scope.Of(open.Site), Scope.OfHome(open.Person.Stay)),
        MayCancel: false,
        Fallback: "assessments",
        IsWhole: false);

    private int Count(AssessmentFilter filter) => _all.Count(filter.Shows);

    private async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(Locality) is not { } board)
        {
            return false;
        }

        (Now, Version, _filter) = (clock.GetUtcNow(), board.Whole().Version, AssessmentFilter.Parse(Request.Query));
        var open = OpenAssessment.In(Locality, boards.All.SelectMany(each => each.Sites()), each => policies.Of(each, Now), Now);
        _all = [.. open.Where(each => Caller.MaySee(each.Site, each.Person.Stay.HomeLocality))];
        return true;
    }

    private async Task<IActionResult> Act(Func<SentForm, string, SiteCommand> read, Func<SentForm, Site?, string, string> said)
    {
        var stay = Request.Query["stay"].ToString();
        if (!await Load() || !SiteKey.TryParse(Request.Query["site"], out var key) || boards.Find(key) is not { Details: not null } site)
        {
            return NotFound();
        }

        var form = await ReadForm();
        var command = read(form, stay);
        if (!form.IsValid)
        {
            return await ShowPage();
        }

        var outcome = await commands.Execute(HttpContext, site.Kind, key, command, form);
        await Load();
        if (outcome.Refusal is { } refusal)
        {
            form.Refuse(refusal);
            return await ShowPage();
        }

        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. {stay}: {said(form, boards.Find(key), stay)}";
        return LocalRedirect(Address.With(("site", null), ("stay", null)));
    }

    private async Task<IActionResult> ShowPage()
    {
        await log.RecordView(HttpContext, Shown.Select(open => (open.Site, (string?)open.Person.Stay.Reference)));
        return Page();
    }
}
