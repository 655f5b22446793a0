using CapacityBoard.Assessments;

namespace CapacityBoard.Stories;

/// <summary>What happened to the assessments of a stay, in words.</summary>
internal static class AssessmentLines
{
    public static string Of(AssessmentEvent happened, StoryContext context) => happened switch
    {
        AssessmentRequested e => $"Assessment asked for: {e.Kind.Entry().Words}{(e.Team is { } team ? $", team: {team}" : "")}{(e.WantedBy is { } day ? $", wanted by {context.Day(day)}" : "")}.{(e.NotDelaying is { } why ? $" It does not delay the person: {why}" : "")}",
        AssessmentPromised e => $"Assessment promised for {context.Time(e.For)}: {Name(e, context)}.",
        AssessmentStarted e => $"Assessment started {context.Time(e.At)}: {Name(e, context)}.",
        AssessmentCompleted e => $"Assessment done {context.Time(e.At)}: {Name(e, context)}, {AssessmentWords.Of(e.Outcome)}.{Continues(e, e.Delay, context)}",
        AssessmentCancelled e => $"Assessment cancelled: {Name(e, context)} ({e.Reason}).{Continues(e, e.Delay, context)}",
        _ => "Something else was recorded about an assessment.",
    };

    private static string Name(AssessmentEvent happened, StoryContext context) => Asked(happened, context)?.Kind.Entry().Words ?? "asked for earlier";

    private static string Continues(AssessmentEvent happened, DelayContinues? continues, StoryContext context) =>
        continues is { } why && Asked(happened, context) is { } asked ? $" {AssessmentWords.Of(why, asked.Delay)}" : "";

    private static Assessment? Asked(AssessmentEvent happened, StoryContext context) => context.Before?.Assessments.FirstOrDefault(each => each.Id == happened.Id);
}
