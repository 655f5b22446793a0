using System.Collections.Frozen;
using CapacityBoard.Stays;
using static CapacityBoard.Assessments.AssessmentKind;
using static CapacityBoard.Assessments.AssessmentOutcome;

namespace CapacityBoard.Assessments;

/// <summary>The code list's entry for each kind of assessment.</summary>
public static class AssessmentKinds
{
    private static readonly AssessmentOutcome[] OfNeeds = [PlanAgreed, NoFurtherNeeds, FurtherAssessment];

    private static readonly AssessmentOutcome[] OfEligibility = [AssessmentOutcome.Eligible, NotEligible, FurtherAssessment];

    private static readonly FrozenDictionary<AssessmentKind, AssessmentKindEntry> Entries = new Dictionary<AssessmentKind, AssessmentKindEntry>
    {
        [SocialWork] = new("Social work", DelayReason.AssessmentSocialWork, 48, OfNeeds),
        [OccupationalTherapy] = new("Occupational therapy", DelayReason.AssessmentTherapy, 24, OfNeeds),
        [Physiotherapy] = new("Physiotherapy", DelayReason.AssessmentTherapy, 24, OfNeeds),
        [MentalHealth] = new("Mental health", DelayReason.AssessmentMentalHealth, 24, OfNeeds),
        [MentalCapacity] = new("Mental capacity", DelayReason.Safeguarding, 48, OfNeeds),
        [Equipment] = new("Equipment", DelayReason.Equipment, 48, OfNeeds),
        [ContinuingHealthcareChecklist] = new("Continuing healthcare checklist", DelayReason.Funding, 48, OfEligibility),
        [ContinuingHealthcareAssessment] = new("Continuing healthcare full assessment", DelayReason.Funding, 28 * 24, OfEligibility),
        [ContinuingHealthcareDecision] = new("Continuing healthcare decision", DelayReason.Funding, 48, OfEligibility),
        [FastTrack] = new("Fast Track", DelayReason.Funding, 48, OfEligibility),
    }.ToFrozenDictionary();

    public static AssessmentKindEntry Entry(this AssessmentKind kind) => Entries[kind];
}

/// <param name="Words">The kind in words, for people.</param>
/// <param name="Delay">What a medically optimised person who waits for it is delayed by.</param>
/// <param name="TargetHours">From asked to done, unless the locality's policy sets another target. 28 days is the national framework's limit for a full assessment.</param>
/// <param name="Outcomes">What can come of it.</param>
public sealed record AssessmentKindEntry(string Words, DelayReason Delay, int TargetHours, IReadOnlyList<AssessmentOutcome> Outcomes);
