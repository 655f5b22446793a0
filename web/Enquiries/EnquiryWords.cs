using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Enquiries;

/// <summary>Enquiries in words, for both of their sides.</summary>
public static class EnquiryWords
{
    public const string PersonLeft = "The person has left hospital";
    public const string FoundElsewhere = "Another place can take the person";
    public const string NoSuchStay = "The stay was recorded by mistake";

    public static readonly IReadOnlyList<string> ToWithdraw = ["Another place can take the person", "The person or family chose another place", "No longer ready to leave hospital", "Needs have changed"];

    public static string Of(PlaceAsked asked, DateTimeOffset now) => asked.StandingAt(now) switch
    {
        EnquiryStanding.NotSeen => "Not seen yet",
        EnquiryStanding.Seen => "Seen, no answer yet",
        EnquiryStanding.Assessing => $"Assessment {QuickTimes.Of(asked.Enquiry.Assessment!.At, now)}",
        EnquiryStanding.Assessed => "Assessed, no answer yet",
        EnquiryStanding.Overdue => "Answer overdue",
        EnquiryStanding.HasQuestion => "Needs to know more",
        EnquiryStanding.CanTake => asked.Enquiry.Answer switch
        {
            { Kind: PlaceAnswer.Now } => "Yes, now",
            { From: { } day } => $"Yes, from {QuickTimes.InSentence(day, LocalDay.Of(now))}",
            _ => "Yes, when free",
        },
        EnquiryStanding.CannotTake => "Cannot take",
        EnquiryStanding.Withdrawn => "No longer needed",
        EnquiryStanding.Held => "Bed held",
        _ => "Place closed",
    };

    /// <summary>The colour of the design system's tag.</summary>
    public static string Tag(EnquiryStanding standing) => standing switch
    {
        EnquiryStanding.NotSeen or EnquiryStanding.Seen => "yellow",
        EnquiryStanding.Assessing or EnquiryStanding.Assessed => "blue",
        EnquiryStanding.Overdue => "orange",
        EnquiryStanding.HasQuestion => "purple",
        EnquiryStanding.CanTake => "green",
        EnquiryStanding.CannotTake or EnquiryStanding.PlaceClosed => "red",
        _ => "grey",
    };

    /// <summary>What needs something done by those who asked comes first: a question, a yes, an answer that is overdue.</summary>
    public static int Rank(EnquiryStanding standing) => standing switch
    {
        EnquiryStanding.HasQuestion => 0,
        EnquiryStanding.CanTake => 1,
        EnquiryStanding.Overdue => 2,
        EnquiryStanding.NotSeen or EnquiryStanding.Seen or EnquiryStanding.Assessing or EnquiryStanding.Assessed => 3,
        _ => 4,
    };

    public static string Of(PlaceAnswer answer, DateOnly? from, DateTimeOffset now) => answer switch
    {
        PlaceAnswer.Now => "can take them now",
        PlaceAnswer.FromDate => $"can take them from {(from is { } day ? QuickTimes.InSentence(day, LocalDay.Of(now)) : "a later day")}",
        PlaceAnswer.WhenFree => "can take them when a bed is free",
        _ => "cannot take them",
    };

    public static string Of(NoReason reason) => reason switch
    {
        NoReason.NoBed => "No suitable bed",
        NoReason.NeedsTooHigh => "Cannot meet their needs",
        NoReason.Staffing => "Not enough staff",
        NoReason.NoNursing => "No nursing here",
        NoReason.Equipment => "Equipment not available",
        NoReason.Residents => "Not right with our other residents",
        NoReason.Infection => "Infection here",
        NoReason.Funding => "Funding not agreed",
        NoReason.NotEnoughInformation => "Not enough information",
        _ => "Another reason",
    };

    public static string Of(AssessedBy by) => by switch
    {
        AssessedBy.Place => "by the place",
        AssessedBy.TrustedAssessor => "by a trusted assessor",
        _ => "from the ward’s papers",
    };

    /// <summary>When the person can leave, as a short answer.</summary>
    public static string Ready(DateOnly? day, DateTimeOffset now) => day switch
    {
        null => "Not known yet",
        { } ready when ready <= LocalDay.Of(now) => "Ready now",
        { } ready => QuickTimes.Day(ready, LocalDay.Of(now)),
    };

    /// <summary>How long is left for an answer, or by how much it is late.</summary>
    public static string Left(DateTimeOffset answerBy, DateTimeOffset now) =>
        answerBy > now ? $"{Span(answerBy - now)} left" : $"overdue by {Span(now - answerBy)}";

    /// <summary>Why it ended, or the note with the answer; null if there is none.</summary>
    public static string? Why(PlaceAsked asked) => asked.Ended is { } ended
        ? string.Join(": ", new[] { ended.Because is { } reason and not NoReason.Other ? Of(reason) : null, ended.Note }.OfType<string>()) is { Length: > 0 } why ? why : null
        : asked.Enquiry.Answer?.Note;

    private static string Span(TimeSpan span) => Age.Span(span < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : span);
}
