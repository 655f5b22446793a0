using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>Decides commands about enquiries. An enquiry keeps no bed, so it never refuses another one.</summary>
internal static class EnquiryDecisions
{
    private const int MostOpen = 200;

    private static readonly TimeSpan Default = TimeSpan.FromHours(24);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public static Decision Decide(EnquiryCommand command, Site site, Moment moment) => command switch
    {
        MakeEnquiry c => Make(c, site, moment),
        AcknowledgeEnquiry c => Of(c.Enquiry, site, enquiry => enquiry.Seen is null ? new EnquiryAcknowledged(enquiry.Id) : Decision.Nothing),
        PlanEnquiryAssessment c => Of(c.Enquiry, site, enquiry => Plan(c, enquiry, moment)),
        CompleteEnquiryAssessment c => Of(c.Enquiry, site, enquiry => enquiry.Assessment is { Done: not null } ? Decision.Nothing : new EnquiryAssessmentCompleted(enquiry.Id)),
        AnswerEnquiry c => Of(c.Enquiry, site, enquiry => EnquiryAnswers.Answer(c, enquiry, site.Capacity, moment)),
        QuestionEnquiry c => Of(c.Enquiry, site, enquiry => Limits.RequiredText(c.Question, "question", Limits.LongText) is { } refusal
            ? refusal
            : new EnquiryQuestioned(enquiry.Id, c.Question)),
        ReplyToEnquiry c => Of(c.Enquiry, site, enquiry => Reply(c, enquiry)),
        WithdrawEnquiry c => Of(c.Enquiry, site, enquiry => Limits.RequiredText(c.Reason, "reason") is { } refusal ? refusal : new EnquiryWithdrawn(enquiry.Id, c.Reason)),
        AgreeTrustedAssessment c => Agree(c, site.Enquiries),
        EndTrustedAssessment c => End(c, site.Enquiries),
        _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
    };

    /// <summary>The place's yes for a person, if it holds today, so that a bed held for them is accepted already; null otherwise.</summary>
    public static Stamp? AcceptedBefore(PlaceHold hold, Site site, Moment moment) =>
        site.Enquiries.About(hold.Stay, hold.From)?.Answer is { } answer && !(answer.From > LocalDay.Of(moment.Clock)) ? answer.Answered : null;

    private static Decision Make(MakeEnquiry command, Site site, Moment moment)
    {
        var answerBy = command.AnswerBy ?? moment.Clock + Default;
        return (CheckWords(command) ?? CheckTimes(command, answerBy, moment.Clock) ?? Obstacle(command, site, moment.Clock)) is { } refusal
            ? refusal
            : new EnquiryMade(
                moment.Operation, command.Type, command.Stay, command.From, answerBy, command.Needs, command.Telephone, command.Note, command.ReadyOn, command.IsUrgent);
    }

    private static Refusal? CheckWords(MakeEnquiry command) =>
        StayReferences.Check(command.Stay, "stay")
        ?? Limits.OptionalText(command.Note, "note", Limits.LongText)
        ?? (command.Needs is { } needs ? NeedsCheck.Check(needs) : null)
        ?? SiteDecisions.CheckTelephone(command.Telephone, "telephone");

    private static Refusal? CheckTimes(MakeEnquiry command, DateTimeOffset answerBy, DateTimeOffset now) =>
        CheckAhead(answerBy, "answerBy", now) ?? (command.ReadyOn is { } day ? Limits.FromToday(day, "readyOn", now) : null);

    private static Refusal? CheckAhead(DateTimeOffset at, string field, DateTimeOffset now) => at > now && at <= now + Longest
        ? null
        : Limits.Invalid(field, $"'{field}' is {Words.Of(at)}. It must be in the future, at most {Longest.Days} days ahead.");

    private static Refusal? Obstacle(MakeEnquiry command, Site site, DateTimeOffset now)
    {
        if (site.Capacity.Line(command.Type) is null)
        {
            return CapacityDecisions.NoLine(command.Type);
        }

        if (site.Capacity.SuspensionOf(command.Type, now) is { } suspension)
        {
            return HoldDecisions.Suspended(suspension);
        }

        if (site.Enquiries.About(command.Stay, command.From) is { } open)
        {
            return new(RefusalCode.AlreadyAsked, $"This place was already asked about {open.Stay} by {open.Made.By} at {Words.Of(open.Made.At)}. Withdraw that enquiry to ask again.", "stay");
        }

        if (site.Capacity.LiveHolds(now).Any(hold => StayReferences.AreSame(hold.Stay, command.Stay) && hold.From is { } from && HeldStays.IsWithin(from, command.From)))
        {
            return new(RefusalCode.AlreadyHeld, $"A bed is already held here for {command.Stay}, so there is nothing to ask.", "stay");
        }

        return site.Enquiries.Open.Length < MostOpen
            ? null
            : new(RefusalCode.NotInThatState, $"{MostOpen} enquiries are open here. Withdraw those that are no longer needed first.");
    }

    private static Decision Plan(PlanEnquiryAssessment command, Enquiry enquiry, Moment moment) => CheckAhead(command.At, "at", moment.Clock) is { } refusal
        ? refusal
        : enquiry.Assessment is { Done: null } planned && planned.At == command.At && planned.By == command.By
            ? Decision.Nothing
            : new EnquiryAssessmentPlanned(enquiry.Id, command.At, command.By);

    private static Decision Reply(ReplyToEnquiry command, Enquiry enquiry) => Limits.RequiredText(command.Reply, "reply", Limits.LongText) is { } refusal
        ? refusal
        : enquiry.WaitsForReply
            ? new EnquiryRepliedTo(enquiry.Id, command.Reply)
            : Decision.Refuse(RefusalCode.NotInThatState, "The place has no open question about this person. It may have been answered already.", "enquiry");

    private static Decision Agree(AgreeTrustedAssessment command, EnquiryRegister enquiries) => Limits.RequiredText(command.With, "with") is { } refusal
        ? refusal
        : enquiries.TrustedAssessors?.With == command.With ? Decision.Nothing : new TrustedAssessmentAgreed(command.With);

    private static Decision End(EndTrustedAssessment command, EnquiryRegister enquiries) => Limits.RequiredText(command.Reason, "reason") is { } refusal
        ? refusal
        : enquiries.TrustedAssessors is null
            ? Decision.Refuse(RefusalCode.NotInThatState, "This place has no agreement with trusted assessors, so there is nothing to end.")
            : new TrustedAssessmentEnded(command.Reason);

    private static Decision Of(string id, Site site, Func<Enquiry, Decision> decide)
    {
        if (site.Enquiries.Open.FirstOrDefault(enquiry => enquiry.Id == id) is { } open)
        {
            return decide(open);
        }

        return Decision.Refuse(RefusalCode.UnknownEnquiry, site.Enquiries.Ended.LastOrDefault(ended => ended.Enquiry.Id == id) is { } ended
            ? $"This enquiry ended at {Words.Of(ended.Ended.At)} ({Codes.Of(ended.Ending)}), by {ended.Ended.By}. {NextAfter(ended.Ending)}"
            : "There is no such enquiry. It may have been answered or withdrawn.", "enquiry");
    }

    private static string NextAfter(EnquiryEnding ending) => ending switch
    {
        EnquiryEnding.Held => "A bed is held for the person; answer that hold.",
        EnquiryEnding.Withdrawn => "Nobody needs an answer any more.",
        _ => "Ask again if you still need an answer.",
    };
}
