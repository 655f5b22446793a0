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
        [SocialWork] = new("Social work", DelayReason.AssessmentSocialWork, OfNeeds),
        [OccupationalTherapy] = new("Occupational therapy", DelayReason.AssessmentTherapy, OfNeeds),
        [Physiotherapy] = new("Physiotherapy", DelayReason.AssessmentTherapy, OfNeeds),
        [MentalHealth] = new("Mental health", DelayReason.AssessmentMentalHealth, OfNeeds),
        [MentalCapacity] = new("Mental capacity", DelayReason.Safeguarding, OfNeeds),
        [Equipment] = new("Equipment", DelayReason.Equipment, OfNeeds),
        [ContinuingHealthcareChecklist] = new("Continuing healthcare checklist", DelayReason.Funding, OfEligibility),
        [ContinuingHealthcareAssessment] = new("Continuing healthcare full assessment", DelayReason.Funding, OfEligibility),
        [ContinuingHealthcareDecision] = new("Continuing healthcare decision", DelayReason.Funding, OfEligibility),
        [FastTrack] = new("Fast Track", DelayReason.Funding, OfEligibility),
    }.ToFrozenDictionary();

    public static AssessmentKindEntry Entry(this AssessmentKind kind) => Entries[kind];
}

/// <param name="Words">The kind in words, for people.</param>
/// <param name="Delay">What a medically optimised person who waits for it is delayed by.</param>
/// <param name="Outcomes">What can come of it.</param>
public sealed record AssessmentKindEntry(string Words, DelayReason Delay, IReadOnlyList<AssessmentOutcome> Outcomes);
