using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Work;

namespace CapacityBoard.Messages;

/// <summary>
/// What a message says of a matter. It leaves the board, so it has no person's reference and nothing that somebody typed.
/// </summary>
internal static class MessageWords
{
    public static string Of(MatterKind kind) => kind switch
    {
        MatterKind.AnswerEnquiry => "An enquiry needs your answer",
        MatterKind.AnswerHold => "A bed is held: accept or decline it",
        MatterKind.ConfirmArrival => "Somebody is due to arrive: have they come?",
        MatterKind.ConfirmFigures => "Are your figures still right?",
        MatterKind.ConfirmVacancy => "Is the bed free that you expected?",
        MatterKind.AssessForPlace => "Somebody is to be assessed for a place",
        MatterKind.HoldBed => "A place can take somebody, and a bed is free: hold it",
        MatterKind.ReplyToQuestion => "A place has a question about somebody",
        MatterKind.ChaseHold => "A place has not answered a hold: call them",
        MatterKind.ChaseEnquiry => "A place has not answered an enquiry: call them",
        MatterKind.HoldEnds => "A hold is about to end: extend or release it",
        MatterKind.ArrivalOverdue => "Somebody was due at a place, which has not said that they came",
        MatterKind.FindPlaces => "People are ready to leave, and no place is asked for them",
        MatterKind.ConfirmLeft => "An arrival was reported: has the person left?",
        MatterKind.Admit => "Somebody is due to arrive: admit them",
        MatterKind.ReviewExpected => "An expected date of discharge has passed",
        MatterKind.GiveLetter => "A step of the choice policy is due",
        MatterKind.AnswerReturn => "A person of yours is in hospital: can they come back?",
        MatterKind.DoAction => "An action of the grand round is due",
        MatterKind.Assess => "An assessment waits for you",
        MatterKind.ChaseFigures => "Figures have been stale for days",
        _ => "A suspension has lasted for weeks without an end",
    };

    /// <summary>"An enquiry needs your answer by 18:00 today", with where.</summary>
    public static string Line(Matter matter, MessageStage stage, DateTimeOffset now)
    {
        var words = Of(matter.Kind);
        return $"{matter.Where}: {(stage == MessageStage.First ? "" : "reminder: ")}{char.ToLowerInvariant(words[0])}{words[1..]}{When(matter, words.EndsWith('?'), now)}";
    }

    /// <summary>How many wait, for a title and a subject.</summary>
    public static string Waiting(int count) => count == 1 ? "1 thing waits for you" : $"{count} things wait for you";

    private static string When(Matter matter, bool isQuestion, DateTimeOffset now) => matter.Due switch
    {
        null => "",
        { } due when due <= now => $"{(isQuestion ? " Overdue" : ", overdue")} since {Time(due, now)}",
        { } due when matter.Kind == MatterKind.ConfirmFigures => $" They become stale at {Time(due, now)}",
        { } due => $"{(isQuestion ? " By" : " by")} {Time(due, now)}",
    };

    private static string Time(DateTimeOffset at, DateTimeOffset now) =>
        LocalDay.ToLocal(at).TimeOfDay == TimeSpan.Zero ? QuickTimes.InSentence(LocalDay.Of(at).AddDays(-1), LocalDay.Of(now))
        : LocalDay.Of(at) == LocalDay.Of(now) ? $"{QuickTimes.Clock(at)} today"
        : $"{QuickTimes.Clock(at)} {QuickTimes.InSentence(LocalDay.Of(at), LocalDay.Of(now))}";
}
