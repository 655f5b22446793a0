using CapacityBoard.GrandRounds;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>The grand round's reviews in words.</summary>
internal static class ReviewLines
{
    public static string Of(ReviewEvent happened, StoryContext context) => happened switch
    {
        StayReviewed e => $"Grand round: {StayWords.Of(e.Outcome)}{StoryContext.Because(e.Note)}",
        ActionAgreed e => $"Action agreed, due {context.Day(e.Due)}, for {e.Owner}: {e.What}",
        ActionCompleted e => $"Action done: {What(e.Id, context)}{(e.Note is { } note ? $" ({note})" : "")}",
        ActionChanged e => $"Action now for {e.Owner}, due {context.Day(e.Due)}: {What(e.Id, context)}",
        ActionDropped e => $"Action no longer needed: {What(e.Id, context)} ({e.Reason})",
        _ => "Something else was recorded about the grand round.",
    };

    private static string What(string action, StoryContext context) => context.Before?.Round?.Find(action)?.What ?? "agreed earlier";
}
