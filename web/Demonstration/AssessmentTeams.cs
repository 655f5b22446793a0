using CapacityBoard.Assessments;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration;

/// <summary>
/// The teams that assess people in the demonstration, and how fast each is. In 2018 one person waited 12 days for a social worker at
/// Wythenshawe Hospital, which had only one; at Stepping Hill it took about two.
/// </summary>
internal static class AssessmentTeams
{
    /// <summary>What is asked for when people wait for this; null if no team is asked.</summary>
    public static AssessmentKind? AskedFor(DelayReason reason) => reason switch
    {
        DelayReason.NeedsAndPathway => AssessmentKind.SocialWork,
        DelayReason.TherapyReview => AssessmentKind.OccupationalTherapy,
        DelayReason.MentalCapacity => AssessmentKind.MentalCapacity,
        DelayReason.Equipment => AssessmentKind.Equipment,
        DelayReason.FundingEligibility => AssessmentKind.ContinuingHealthcareDecision,
        DelayReason.EndOfLifeUnderway => AssessmentKind.FastTrack,
        _ => null,
    };

    /// <summary>From asked to done, on average; half of them take less than six sevenths of it.</summary>
    /// <param name="hospital">The hospital's name.</param>
    public static TimeSpan Usual(AssessmentKind kind, string? hospital) => TimeSpan.FromDays((kind, hospital == Hospital.Wythenshawe.Name) switch
    {
        (AssessmentKind.SocialWork, true) => 14,
        (AssessmentKind.SocialWork, false) => 2,
        (AssessmentKind.OccupationalTherapy or AssessmentKind.Physiotherapy, var isSlow) => isSlow ? 1.4 : 0.9,
        (AssessmentKind.MentalHealth or AssessmentKind.FastTrack, _) => 1.5,
        (AssessmentKind.ContinuingHealthcareDecision, _) => 4,
        _ => 2.5,
    });

    /// <summary>Who records what the team does.</summary>
    public static string NameOf(AssessmentKind kind, string? hospital) => $"{kind.Entry().Words} team, {hospital}";

    public static AssessmentOutcome OutcomeOf(AssessmentKind kind, Random random) =>
        kind.Entry().Outcomes is var outcomes && random.Next(10) is var number && number < 7 ? outcomes[0] : number < 9 ? outcomes[1] : outcomes[2];
}
