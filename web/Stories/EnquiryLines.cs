using CapacityBoard.Enquiries;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What places were asked about a person and what they answered, in words.</summary>
internal static class EnquiryLines
{
    public static string Of(EnquiryEvent happened, StoryContext context) => happened switch
    {
        EnquiryMade e => $"{context.Here} was asked for {BedWords.A(e.Type)}{(e.ReadyOn is { } day ? $", ready to leave {context.Day(day)}" : "")}. Answer wanted by {context.Time(e.AnswerBy)}.",
        EnquiryAcknowledged => $"{context.Here} has seen the enquiry.",
        EnquiryAssessmentPlanned e => $"{context.Here} planned an assessment {context.Time(e.At)}, {EnquiryWords.Of(e.By)}.",
        EnquiryAssessmentCompleted => $"Assessed for {context.Here}.",
        EnquiryAnswered { Answer: PlaceAnswer.No } e => $"{context.Here} cannot take the person: {(e.Reason is { } reason ? EnquiryWords.Of(reason).ToLowerInvariant() : "no reason given")}{StoryContext.Because(e.Note)}",
        EnquiryAnswered e => $"{context.Here} {EnquiryWords.Of(e.Answer, e.From, context.Now)}{StoryContext.Because(e.Note)}",
        EnquiryQuestioned e => $"{context.Here} asked: {e.Question}",
        EnquiryRepliedTo e => $"{context.Here} got a reply: {e.Reply}",
        EnquiryWithdrawn e => $"The enquiry at {context.Here} was withdrawn{StoryContext.Because(e.Reason)}",
        _ => $"Something else was recorded at {context.Here}.",
    };
}
