using CapacityBoard.GrandRounds;
using CapacityBoard.People;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What the grand round said, in words.</summary>
internal static class ReviewTelling
{
    public static string Of(ReviewEvent happened, Telling told) => happened switch
    {
        StayReviewed e => $"Grand round: {StayWords.Of(e.Outcome)}{Telling.Because(e.Note)}",
        ActionAgreed e => $"Action agreed, due {told.Day(e.Due)}, for {e.Owner}: {e.What}",
        ActionCompleted e => $"Action done: {What(e.Id, told)}{(e.Note is { } note ? $" ({note})" : "")}",
        ActionChanged e => $"Action now for {e.Owner}, due {told.Day(e.Due)}: {What(e.Id, told)}",
        ActionDropped e => $"Action no longer needed: {What(e.Id, told)} ({e.Reason})",
        _ => "Something else was recorded about the grand round.",
    };

    private static string What(string action, Telling told) => told.Before?.Round?.Find(action)?.What ?? "agreed earlier";
}
