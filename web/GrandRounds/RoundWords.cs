using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.GrandRounds;

/// <summary>The codes of the grand round in words.</summary>
public static class RoundWords
{
    public static string Of(RoundShow show) => show switch
    {
        RoundShow.ToReview => "To review",
        RoundShow.Overdue => "Overdue actions",
        _ => "Everyone",
    };

    public static string Of(RoundOrder order) => order switch
    {
        RoundOrder.Ward => "ward",
        RoundOrder.Expected => "expected date",
        _ => "longest stay",
    };

    /// <summary>A delay with who is responsible: "Awaiting patient transport services (NHS, since 3 March)".</summary>
    public static string Of(Delay delay, DateOnly today) =>
        $"{delay.Reason.Entry().Words} ({StayWords.Of(delay.Owner)}, since {QuickTimes.InSentence(delay.Since, today)})";

    /// <summary>A review's outcome as the beginning of a sentence: "The plan stands and is moving".</summary>
    public static string Outcome(ReviewOutcome outcome) => StayWords.Of(outcome).AsSentence();

    public static string Of(RoundChange change, DateOnly today) => change.Kind switch
    {
        RoundChangeKind.NewOnList => "New on the list",
        RoundChangeKind.NotReviewedThen => "Not reviewed last time",
        RoundChangeKind.BecameOptimised => "Became medically optimised",
        RoundChangeKind.OptimisedWithdrawn => "No longer medically optimised",
        RoundChangeKind.DelayChanged => $"Main reason for delay: {Reason(change.After)}, was: {Reason(change.Before)}",
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

    /// <summary>A mean or a median: "26", "26.4".</summary>
    public static string Average(double? midnights) => midnights?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";

    private static string Reason(string? code) => Codes.TryParse<DelayReason>(code, out var reason) ? LowerFirst(reason.Entry().Words) : "none recorded";

    private static string Day(string? day, DateOnly today) =>
        DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var date) ? QuickTimes.InSentence(date, today) : "not set";

    private static string Number(string? code) => code?[1..] ?? "not known";

    private static string LowerFirst(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
