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
        [SocialWork] = new("Social work", DelayReason.NeedsAndPathway, OfNeeds),
        [OccupationalTherapy] = new("Occupational therapy", DelayReason.TherapyReview, OfNeeds),
        [Physiotherapy] = new("Physiotherapy", DelayReason.TherapyReview, OfNeeds),
        [MentalHealth] = new("Mental health", DelayReason.MedicalReview, OfNeeds),
        [MentalCapacity] = new("Mental capacity", DelayReason.MentalCapacity, OfNeeds),
        [Equipment] = new("Equipment", DelayReason.Equipment, OfNeeds),
        [ContinuingHealthcareChecklist] = new("Continuing healthcare checklist", DelayReason.FundingEligibility, OfEligibility),
        [ContinuingHealthcareAssessment] = new("Continuing healthcare full assessment", DelayReason.FundingEligibility, OfEligibility),
        [ContinuingHealthcareDecision] = new("Continuing healthcare decision", DelayReason.FundingEligibility, OfEligibility),
        [FastTrack] = new("Fast Track", DelayReason.EndOfLifeUnderway, OfEligibility),
    }.ToFrozenDictionary();

    public static AssessmentKindEntry Entry(this AssessmentKind kind) => Entries[kind];
}

/// <param name="Words">The kind in words, for people.</param>
/// <param name="Delay">What a medically optimised person who waits for it is delayed by.</param>
/// <param name="Outcomes">What can come of it.</param>
public sealed record AssessmentKindEntry(string Words, DelayReason Delay, IReadOnlyList<AssessmentOutcome> Outcomes);
