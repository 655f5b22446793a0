using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Assessments;

/// <summary>Reads the forms of assessments, which the person's page and the work list share.</summary>
internal static class AssessmentForm
{
    public static RequestAssessment Request(SentForm form, string stay) => new(
        stay,
        form.Code<AssessmentKind>("kind", "Choose an assessment."),
        form.Optional("team"),
        form.Date("wantedBy"),
        form.Text("notDelaying"));

    public static PromiseAssessment Promise(SentForm form, string stay)
    {
        var at = form.Time("for");
        if (at is null && form.IsValid)
        {
            form.AddProblem("for" + WallTime.DateEnd, "Enter a date and a time.");
        }

        return new(stay, IdIn(form), at ?? default);
    }

    public static StartAssessment Start(SentForm form, string stay) => new(stay, IdIn(form));

    public static CompleteAssessment Complete(SentForm form, string stay) =>
        new(stay, IdIn(form), form.Code<AssessmentOutcome>("outcome", "Choose an outcome."));

    public static CancelAssessment Cancel(SentForm form, string stay) => new(stay, IdIn(form), Reasons.Read(form));

    /// <summary>What was done, and why the reason for delay continues if it does.</summary>
    /// <param name="site">The site after the change.</param>
    public static string Ended(SentForm form, Site? site, string stay)
    {
        var assessment = site?.Stays.Find(stay)?.Assessments.FirstOrDefault(each => each.Id == IdIn(form));
        return string.Join(' ', new[]
        {
            assessment?.Ended?.Outcome is { } outcome ? $"{assessment.Kind.Entry().Words} done: {AssessmentWords.Of(outcome)}." : "Assessment cancelled.",
            assessment is null ? null : AssessmentWords.WhyDelayContinues(assessment),
        }.OfType<string>());
    }

    private static string IdIn(SentForm form) => form.Required("assessment", "Choose an assessment.");
}
