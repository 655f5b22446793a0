using System.Globalization;
using CapacityBoard.GrandRound;
using CapacityBoard.GrandRounds;
using CapacityBoard.Pages.Forms;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Pages.GrandRound;

/// <summary>What people call the codes of the grand round.</summary>
public static class RoundWords
{
    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.NeedsHospital => "Still needs the acute bed",
        ReviewOutcome.Leaving => "Leaves today or tomorrow",
        ReviewOutcome.PlanOnTrack => "The plan stands and is moving",
        ReviewOutcome.PlanChanged => "The plan is changed",
        _ => "Escalated above the ward",
    };

    public static string Of(DelayOwner owner) => owner switch
    {
        DelayOwner.Nhs => "NHS",
        DelayOwner.SocialCare => "social care",
        DelayOwner.Both => "NHS and social care",
        _ => "housing",
    };

    public static string Of(Pathway pathway) => pathway switch
    {
        Pathway.P0 => "Pathway 0, home with no new need",
        Pathway.P1 => "Pathway 1, home with support",
        Pathway.P2 => "Pathway 2, community bed",
        _ => "Pathway 3, care home",
    };

    /// <summary>A delay with who has to end it: "Housing (housing, since 3 March)".</summary>
    public static string Of(Delay delay, DateOnly today) =>
        $"{delay.Reason.Entry().Words} ({Of(delay.Owner)}, since {QuickTimes.InSentence(delay.Since, today)})";

    public static string Of(RoundChange change, DateOnly today) => change.Kind switch
    {
        RoundChangeKind.NewOnList => "New on the list",
        RoundChangeKind.NotReviewedThen => "Not reviewed last time",
        RoundChangeKind.BecameOptimised => "Became medically optimised",
        RoundChangeKind.OptimisedWithdrawn => "No longer medically optimised",
        RoundChangeKind.DelayChanged => $"Waits for: {Reason(change.After)}, was: {Reason(change.Before)}",
        RoundChangeKind.ExpectedDischargeMoved => $"Expected date {Day(change.After, today)}, was {Day(change.Before, today)}",
        RoundChangeKind.PathwayChanged => $"Pathway {Number(change.After)}, was {Number(change.Before)}",
        _ => $"Moved here from {change.Before}",
    };

    /// <summary>When an action is due, within a line: "due Friday", "overdue by 3 days".</summary>
    public static string Due(DateOnly due, DateOnly today) => (today.DayNumber - due.DayNumber) switch
    {
        1 => "overdue by 1 day",
        > 1 and var days => $"overdue by {days} days",
        _ => $"due {QuickTimes.InSentence(due, today)}",
    };

    public static string Nights(int count) => count == 1 ? "night" : "nights";

    /// <summary>A mean or a median: "26", "26.4".</summary>
    public static string Average(double? midnights) => midnights?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";

    private static string Reason(string? code) => Codes.TryParse<DelayReason>(code, out var reason) ? LowerFirst(reason.Entry().Words) : "nothing said";

    private static string Day(string? day, DateOnly today) =>
        DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var date) ? QuickTimes.InSentence(date, today) : "not set";

    private static string Number(string? code) => code?[1..] ?? "not known";

    private static string LowerFirst(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
