using CapacityBoard.Access;
using CapacityBoard.Assessments;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>
/// A locality's own choices: thresholds of freshness, boundaries of long stays, targets and the day of its grand round.
/// </summary>
internal sealed class PolicyModel(LocalityPolicies policies, PolicyKeeper keeper, Boards boards, FoldProgress progress, TimeProvider clock) : AdminPage(clock)
{
    public IReadOnlyList<string> Localities { get; private set; } = [];

    /// <summary>The locality shown; null if one has to be chosen.</summary>
    public string? Locality { get; private set; }

    /// <summary>The policy that applies now.</summary>
    public LocalityPolicy Policy { get; private set; } = LocalityPolicy.Default;

    public static IEnumerable<Option> Days => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Select(day => new Option($"{day}", $"{day}"));

    protected override string Query => new QueryBuilder { { "locality", Locality ?? "" } }.ToString();

    public Task<IActionResult> OnPostSetAsync() => Change(async form =>
    {
        if (Locality is null)
        {
            form.AddProblem(null, "Choose a locality first.");
            return null;
        }

        var policy = Read(form);
        foreach (var problem in policy.WhyInvalid().Where(_ => form.IsValid))
        {
            form.AddProblem(problem.Field, problem.Message);
        }

        if (!form.IsValid)
        {
            return null;
        }

        var from = await keeper.Set(Locality, policy, By);
        return $"Policy saved. It applies on every screen from {QuickTimes.Clock(from)}.";
    });

    /// <summary>Only a caller who administers the whole locality may see its policy.</summary>
    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Localities = [.. Mine.LocalitiesOf(boards.All.Select(board => board.Locality)).Where(locality => Mine.Covers(Scope.Parse(locality)))];
        var wanted = Request.Query["locality"].ToString() is { Length: > 0 } asked ? asked : Localities is [var only] ? only : null;
        Locality = wanted is not null && Localities.Contains(wanted) ? wanted : null;
        Policy = Locality is null ? Policy : policies.Of(Locality, Now);
        return wanted == Locality;
    }

    private static LocalityPolicy Read(SentForm form) => new()
    {
        CareHome = Freshness(form, SiteKind.CareHome),
        IntermediateCareUnit = Freshness(form, SiteKind.IntermediateCareUnit),
        Ward = Freshness(form, SiteKind.Ward),
        HomeCareProvider = Freshness(form, SiteKind.HomeCareProvider),
        LongStayMidnights = form.Count("longStayMidnights", "A long stay", least: 1),
        SuperStrandedMidnights = form.Count("superStrandedMidnights", "A super-stranded stay", least: 1),
        DelayedTransferTarget = form.Count("delayedTransferTarget", "The target"),
        AssessmentTargets = AssessmentTargets.Each(kind => form.Count(LocalityPolicy.NameOf(kind), $"{kind.Entry().Words}: the target", least: 1)),
        Choice = new()
        {
            FirstLetterDays = form.Count("choice.firstLetterDays", "The first letter", least: 1),
            SecondLetterDays = form.Count("choice.secondLetterDays", "The second letter", least: 1),
            InterimDays = form.Count("choice.interimDays", "An interim place", least: 1),
        },
        Reminders = new()
        {
            MinutesBeforeStale = form.Count("reminders.minutesBeforeStale", "The reminder before figures become stale"),
            RemindAtPercent = form.Count("reminders.remindAtPercent", "The reminder", least: 1),
            SecondContactAtPercent = form.Count("reminders.secondContactAtPercent", "The second contact", least: 1),
            CallAtPercent = form.Count("reminders.callAtPercent", "The call", least: 1),
        },
        GrandRoundDay = Enum.TryParse<DayOfWeek>(form.Required("grandRoundDay", "Choose the day of the grand round."), out var day) ? day : DayOfWeek.Wednesday,
    };

    private static FreshnessPolicy Freshness(SentForm form, SiteKind kind) => new(
        form.Count($"{NameOf(kind)}.freshForHours", $"{Labels.Of(kind)}: fresh for", least: 1),
        form.Count($"{NameOf(kind)}.staleAfterHours", $"{Labels.Of(kind)}: stale after", least: 1));

    /// <summary>The kind's name in the policy's JSON, which problems refer to.</summary>
    public static string NameOf(SiteKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{kind}");
}
