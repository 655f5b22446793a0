using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Commands about enquiries that mostly make sense at a place, and occasionally make none.</summary>
internal static class RandomEnquiries
{
    public static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] All =
    [
        Make, Make, Make,
        (step, site, _) => new AcknowledgeEnquiry(Asked(step, site)),
        (step, site, now) => new PlanEnquiryAssessment(Asked(step, site), now.AddHours(step.C), (AssessedBy)(step.B % 3)),
        (step, site, _) => new CompleteEnquiryAssessment(Asked(step, site)),
        Answer, Answer,
        (step, site, _) => new QuestionEnquiry(Asked(step, site), step.C % 5 == 0 ? " " : "Which hoist?"),
        (step, site, _) => new ReplyToEnquiry(Asked(step, site), "A standing hoist"),
        (step, site, _) => new WithdrawEnquiry(Asked(step, site), "went home"),
        (step, _, _) => new AgreeTrustedAssessment(step.B % 3 == 0 ? "Hub" : "Hospital team"),
        (_, _, _) => new EndTrustedAssessment("their choice"),
    ];

    private static MakeEnquiry Make(Step step, Site site, DateTimeOffset now) => new(
        BedTypes.Of(site.Kind)[step.A % Math.Min(2, BedTypes.Of(site.Kind).Length)],
        RandomCommands.Reference(step),
        step.C % 3 == 0 ? SiteKey.OfWard("stockport", "stepping-hill-hospital", "b1") : GivenSite.KeyOf(SiteKind.Ward),
        step.C % 4 == 0 ? RandomPlans.NeedsOf(step) : null,
        step.C % 5 == 0 ? "0161 496 0000" : null,
        step.B % 7 == 0 ? "by ambulance" : null,
        step.B % 4 == 0 ? null : LocalDay.Of(now).AddDays(step.B % 4),
        step.C % 2 == 0 ? null : now.AddHours(step.C * 6),
        step.A % 5 == 0);

    private static AnswerEnquiry Answer(Step step, Site site, DateTimeOffset now)
    {
        var answer = (PlaceAnswer)(step.B % 4);
        return new(
            Asked(step, site),
            answer,
            answer == PlaceAnswer.FromDate ? LocalDay.Of(now).AddDays(step.C % 5) : null,
            answer == PlaceAnswer.No ? (NoReason)(step.C % 10) : null,
            step.C % 3 == 0 ? "Ring first" : null);
    }

    private static string Asked(Step step, Site site) => site.Enquiries.Open is { IsEmpty: false } open ? open[step.B % open.Length].Id : "none";
}
