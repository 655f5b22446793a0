using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Assessments;

/// <summary>One assessment, in words.</summary>
/// <param name="Target">From asked to done, by the policy of the locality where the person is.</param>
public sealed record AssessmentView(Assessment Assessment, TimeSpan Target, DateTimeOffset Now)
{
    public string Name => Assessment.Kind.Entry().Words;

    public bool IsOverdue => Assessment.IsOverdue(Target, Now);

    /// <summary>How far it has come, as a tag: its words and its colour in the design system.</summary>
    public (string Words, string Colour) State => Assessment switch
    {
        { Ended.Outcome: { } outcome } => ($"Done: {AssessmentWords.Of(outcome)}", "green"),
        { Ended: not null } => ("Cancelled", "grey"),
        { Started: not null } => ("Started", "blue"),
        { PromisedFor: not null } when Assessment.IsPromiseBroken(Now) => ("Promised time has passed", "orange"),
        { PromisedFor: not null } => ("Promised", "blue"),
        _ => ("Waiting", "yellow"),
    };

    /// <summary>Whether its target was met, or when it is: "Target: tomorrow at 10:00".</summary>
    public string TargetWords => (Assessment.IsOpen, IsOverdue) switch
    {
        (true, true) => $"Target passed {QuickTimes.Of(Due, Now)}",
        (true, false) => $"Target: {QuickTimes.Of(Due, Now)}",
        _ => $"Took {AssessmentWords.Lasted(Assessment.Waited(Now))}",
    };

    /// <summary>The next steps so far, each with when and by whom.</summary>
    public IEnumerable<string> Steps => new[]
    {
        Assessment.WantedBy is { } day ? $"Wanted by {QuickTimes.InSentence(day, Sites.LocalDay.Of(Now))}" : null,
        Assessment is { IsOpen: true, PromisedFor: { } at, Promised: { } promised } ? $"Promised for {QuickTimes.Of(at, Now)} by {promised.By}" : null,
        Assessment is { IsOpen: true, Started: { } started } ? $"Started {QuickTimes.Of(started.At, Now)} by {started.By}" : null,
        Assessment.Ended is { } end ? $"{(end.Outcome is null ? "Cancelled" : "Done")} {QuickTimes.Of(end.At.At, Now)} by {end.At.By}{(end.Reason is { } reason ? $": {reason.TrimEnd('.')}" : "")}" : null,
        Assessment is { IsOpen: true, NotDelaying: { } why } ? $"Does not delay the person: {why.TrimEnd('.')}" : null,
    }.OfType<string>();

    /// <summary>When the target ends.</summary>
    public DateTimeOffset Due => Assessment.Asked.At + Target;
}
