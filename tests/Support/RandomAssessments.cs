using CapacityBoard.Assessments;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Commands about assessments that people wait for.</summary>
internal static class RandomAssessments
{
    public static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] All =
    [
        Request, Request, Request,
        (step, site, now) => new PromiseAssessment(Known(step, site), OpenOf(step, site), now.AddHours(step.C - 3)),
        (step, site, now) => new StartAssessment(Known(step, site), OpenOf(step, site), step.C % 3 == 0 ? now.AddMinutes(-step.A) : null),
        Complete, Complete,
        (step, site, _) => new CancelAssessment(Known(step, site), OpenOf(step, site), step.C % 9 == 0 ? " " : "no longer needed"),
    ];

    private static RequestAssessment Request(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site),
        (AssessmentKind)(step.C % (step.A == 60 ? 10 : 4)),
        step.B % 3 == 0 ? "the team at the town hall" : null,
        step.C % 5 == 0 ? LocalDay.Of(now).AddDays(step.A % 4) : null,
        step.B % 5 == 0 ? "waits for a bed in any case" : null);

    private static CompleteAssessment Complete(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site), OpenOf(step, site), (AssessmentOutcome)(step.C % 4), step.A % 3 == 0 ? now.AddMinutes(-step.A) : null);

    private static string Known(Step step, Site site) => RandomCommands.Known(step, site);

    private static string OpenOf(Step step, Site site) =>
        site.Stays.Find(Known(step, site))?.Assessments is { IsEmpty: false } asked ? asked[step.B % asked.Length].Id : "none";
}
