using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Work;

/// <summary>What waits for the signed-in person, with the act beside it where one tap is enough.</summary>
internal sealed class MyWorkModel(MyWork work, Boards boards, FoldProgress progress, SiteCommands commands, AccessLog log, TimeProvider clock) : FormPage
{
    public const string HeadingId = "work";

    /// <summary>How many are shown unless all are asked for.</summary>
    private const int AtOnce = 30;

    public IReadOnlyList<Matter> All { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>The board that the page follows; null for somebody with roles in several localities, or none yet.</summary>
    public LocalityBoard? Board { get; private set; }

    public ListAddress Address => new(Request);

    public IReadOnlyList<Matter> Shown => [.. Address.Shown(All, AtOnce)];

    public int Overdue => All.Count(matter => matter.IsOverdue(Now));

    public static string ElementOf(Matter matter) => ElementId.Of("matter", matter.Id);

    /// <summary>The problems lead to the matter or, where it is gone, to the top.</summary>
    public override IReadOnlyList<FieldProblem> Problems =>
        [.. base.Problems.Select(problem => Shown.Any(matter => ElementOf(matter) == problem.Field) ? problem : problem with { Field = HeadingId })];

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return await Page(Shown);
    }

    /// <summary>The count beside the person's name and, if something is new on their page, the first of it in words.</summary>
    /// <param name="first">The mark of the first that is new.</param>
    public async Task<IActionResult> OnGetWaitingAsync(string? first, int count)
    {
        await Load();
        return Partial("_NewMatter", new NewMatter(All.FirstOrDefault(matter => Waiting.MarkOf(matter) == first), count, Now));
    }

    public async Task<IActionResult> OnPostDoAsync()
    {
        await Load();
        var form = await ReadForm();
        if (All.FirstOrDefault(matter => matter.Id == form.Text("matter")) is not { Act: { } act } matter)
        {
            form.AddProblem(null, "Nothing is left to do for this: somebody has settled it.");
            return await Page(Shown);
        }

        var outcome = await commands.Execute(HttpContext, act.Kind, act.At, act.Command, form);
        if (outcome.Refusal is { } refusal)
        {
            await Load();
            form.Refuse(refusal with { Field = null });
            return await Page(Shown);
        }

        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. {(matter.Stay is { } stay && !act.Said.Contains(stay, StringComparison.Ordinal) ? $"{stay}: " : "")}{act.Said}";
        return LocalRedirect(Address.With());
    }

    private async Task Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        var caller = HttpContext.Caller()!;
        Board = caller.Grants.Select(grant => grant.Scope.Locality).Distinct().ToList() is [{ } only] ? boards.Find(only.Value) : null;
        (Now, All) = (clock.GetUtcNow(), work.Of(caller));
    }

    private async Task<IActionResult> Page(IEnumerable<Matter> shown)
    {
        await log.RecordView(HttpContext, shown.Where(matter => matter.Stay is not null).Select(matter => (matter.Site, matter.Stay)));
        return Page();
    }
}
