using CapacityBoard.Assessments;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Policies;

/// <summary>
/// What a locality may choose for itself. Every value has a default, which also applies if a policy's JSON was written before the
/// value existed.
/// </summary>
public sealed record LocalityPolicy
{
    public const int MostHours = 14 * 24;
    public const int MostLongStayMidnights = 60;
    public const int MostSuperStrandedMidnights = 365;
    public const int MostDelayedTransfers = 500;

    /// <summary>The policy of a locality that has chosen nothing.</summary>
    public static LocalityPolicy Default { get; } = new();

    public FreshnessPolicy CareHome { get; init; } = new(24, 48);

    public FreshnessPolicy IntermediateCareUnit { get; init; } = new(12, 24);

    public FreshnessPolicy Ward { get; init; } = new(4, 8);

    public FreshnessPolicy HomeCareProvider { get; init; } = new(24, 48);

    /// <summary>A stay of this many midnights or more is a long stay.</summary>
    public int LongStayMidnights { get; init; } = 7;

    /// <summary>A stay of this many midnights or more is super-stranded.</summary>
    public int SuperStrandedMidnights { get; init; } = 21;

    /// <summary>The most people with a delayed transfer; more misses the target.</summary>
    public int DelayedTransferTarget { get; init; } = 15;

    /// <summary>The weekday of the grand round.</summary>
    public DayOfWeek GrandRoundDay { get; init; } = DayOfWeek.Wednesday;

    /// <summary>How long assessments may take from asked to done.</summary>
    public AssessmentTargets AssessmentTargets { get; init; } = new();

    /// <summary>The days from the first suitable offer to the letters and an interim place.</summary>
    public ChoicePolicy Choice { get; init; } = new();

    /// <summary>When places are reminded, and when others are told that they have not answered.</summary>
    public ReminderPolicy Reminders { get; init; } = new();

    public FreshnessPolicy FreshnessOf(SiteKind kind) => kind switch
    {
        SiteKind.CareHome => CareHome,
        SiteKind.IntermediateCareUnit => IntermediateCareUnit,
        SiteKind.Ward => Ward,
        _ => HomeCareProvider,
    };

    /// <summary>What is wrong with the policy, for the person who set it, each by its JSON name; empty if nothing is.</summary>
    public IReadOnlyList<FieldProblem> WhyInvalid() =>
    [
        .. Check("careHome", SiteKind.CareHome),
        .. Check("intermediateCareUnit", SiteKind.IntermediateCareUnit),
        .. Check("ward", SiteKind.Ward),
        .. Check("homeCareProvider", SiteKind.HomeCareProvider),
        .. Check("longStayMidnights", LongStayMidnights, 1, MostLongStayMidnights, "A long stay must begin at a whole number of nights"),
        .. Check(
            "superStrandedMidnights", SuperStrandedMidnights, Math.Clamp(LongStayMidnights, 1, MostLongStayMidnights) + 1, MostSuperStrandedMidnights,
            "A super-stranded stay must begin later than a long one, at a whole number of nights"),
        .. Check("delayedTransferTarget", DelayedTransferTarget, 0, MostDelayedTransfers, "The target for delayed transfers must be a whole number of people"),
        .. Enum.GetValues<AssessmentKind>().SelectMany(kind => Check(
            NameOf(kind), AssessmentTargets.HoursOf(kind), 1, AssessmentTargets.MostHours, $"{kind.Entry().Words}: the target must be a whole number of hours")),
        .. Check("choice.firstLetterDays", Choice.FirstLetterDays, 1, ChoicePolicy.MostDays - 2, "The first letter must be due after a whole number of days"),
        .. Check(
            "choice.secondLetterDays", Choice.SecondLetterDays, Math.Clamp(Choice.FirstLetterDays, 1, ChoicePolicy.MostDays - 2) + 1, ChoicePolicy.MostDays - 1,
            "The second letter must be due later than the first, after a whole number of days"),
        .. Check(
            "choice.interimDays", Choice.InterimDays, Math.Clamp(Choice.SecondLetterDays, 2, ChoicePolicy.MostDays - 1) + 1, ChoicePolicy.MostDays,
            "An interim place must be due later than the second letter, after a whole number of days"),
        .. Check("reminders.minutesBeforeStale", Reminders.MinutesBeforeStale, 0, ReminderPolicy.MostMinutes, "The reminder before figures become stale must be a whole number of minutes"),
        .. Check("reminders.remindAtPercent", Reminders.RemindAtPercent, 1, ReminderPolicy.MostPercent - 2, "The reminder must be at a whole percentage of the time"),
        .. Check(
            "reminders.secondContactAtPercent", Reminders.SecondContactAtPercent, Math.Clamp(Reminders.RemindAtPercent, 1, ReminderPolicy.MostPercent - 2) + 1, ReminderPolicy.MostPercent - 1,
            "The second contact must be told later than the reminder, at a whole percentage of the time"),
        .. Check(
            "reminders.callAtPercent", Reminders.CallAtPercent, Math.Clamp(Reminders.SecondContactAtPercent, 2, ReminderPolicy.MostPercent - 1) + 1, ReminderPolicy.MostPercent,
            "The transfer team must be told to call later than the second contact, at a whole percentage of the time"),
        .. Enum.IsDefined(GrandRoundDay) ? [] : new[] { new FieldProblem("grandRoundDay", "Choose the day of the grand round.") },
    ];

    /// <summary>The name of a kind's target in the policy's JSON, which problems refer to.</summary>
    public static string NameOf(AssessmentKind kind) => $"assessmentTargets.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{kind}")}";

    private IEnumerable<FieldProblem> Check(string name, SiteKind kind)
    {
        var (policy, of) = (FreshnessOf(kind), Labels.Of(kind));
        return
        [
            .. Check($"{name}.freshForHours", policy.FreshForHours, 1, MostHours - 1, $"{of}: figures must be fresh for a whole number of hours"),
            .. Check(
                $"{name}.staleAfterHours", policy.StaleAfterHours, Math.Clamp(policy.FreshForHours, 1, MostHours - 1) + 1, MostHours,
                $"{of}: figures must become stale after they stop being fresh, at a whole number of hours"),
        ];
    }

    private static IEnumerable<FieldProblem> Check(string field, int value, int least, int most, string must) =>
        value >= least && value <= most ? [] : [new(field, $"{must} from {least} to {most}.")];
}
