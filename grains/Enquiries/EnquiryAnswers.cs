using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Enquiries;

/// <summary>Decides a place's answers. A yes is not a promise: only a hold keeps a bed.</summary>
internal static class EnquiryAnswers
{
    public static Decision Answer(AnswerEnquiry command, Enquiry enquiry, Capacity capacity, Moment moment) =>
        (CheckWords(command, moment.Clock) ?? (command.Answer == PlaceAnswer.No ? null : CheckYes(command.Answer, enquiry.Type, capacity, moment.Clock))) is { } refusal
            ? refusal
            : IsTheSame(command, enquiry.Answer)
                ? Decision.Nothing
                : new EnquiryAnswered(enquiry.Id, command.Answer, command.From, command.Reason, command.Note);

    private static Refusal? CheckWords(AnswerEnquiry command, DateTimeOffset now) =>
        Limits.OptionalText(command.Note, "note", Limits.LongText) ?? CheckDay(command, now) ?? CheckReason(command);

    private static Refusal? CheckDay(AnswerEnquiry command, DateTimeOffset now) => (command.Answer, command.From) switch
    {
        (PlaceAnswer.FromDate, null) => Limits.Invalid("from", "Give the first possible day in 'from'."),
        (PlaceAnswer.FromDate, { } day) => Limits.FromToday(day, "from", now),
        (_, not null) => Limits.Invalid("from", "Only the answer from-date has a day. Leave 'from' out."),
        _ => null,
    };

    private static Refusal? CheckReason(AnswerEnquiry command) => (command.Answer, command.Reason) switch
    {
        (PlaceAnswer.No, null) => Limits.Invalid("reason", $"A no needs a reason: {Codes.Allowed<NoReason>()}."),
        (PlaceAnswer.No, NoReason.Other) when string.IsNullOrWhiteSpace(command.Note) => Limits.Invalid("note", "Say in 'note' why the person cannot come."),
        (not PlaceAnswer.No, not null) => Limits.Invalid("reason", "Only a no has a reason. Leave 'reason' out."),
        _ => null,
    };

    private static Refusal? CheckYes(PlaceAnswer answer, BedType type, Capacity capacity, DateTimeOffset now)
    {
        if (capacity.Line(type) is not { } line)
        {
            return CapacityDecisions.NoLine(type);
        }

        if (capacity.SuspensionOf(type, now) is { } suspension)
        {
            return HoldDecisions.Suspended(suspension);
        }

        return answer == PlaceAnswer.Now ? HoldDecisions.CheckVacancy(line, capacity, now) : null;
    }

    private static bool IsTheSame(AnswerEnquiry command, EnquiryAnswer? before) =>
        before is not null && (before.Kind, before.From, before.Note) == (command.Answer, command.From, command.Note);
}
