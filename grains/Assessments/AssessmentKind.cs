namespace CapacityBoard.Assessments;

/// <summary>What is assessed. <see cref="AssessmentKinds"/> has what each kind maps to.</summary>
[GenerateSerializer, Alias("board.assessment-kind")]
public enum AssessmentKind
{
    SocialWork,
    OccupationalTherapy,
    Physiotherapy,
    MentalHealth,
    MentalCapacity,
    Equipment,
    ContinuingHealthcareChecklist,
    ContinuingHealthcareAssessment,
    ContinuingHealthcareDecision,
    FastTrack,
}

/// <summary>What came of an assessment, without any clinical detail: that is in the person's notes.</summary>
[GenerateSerializer, Alias("board.assessment-outcome")]
public enum AssessmentOutcome
{
    /// <summary>What the person needs is known and somebody is arranging it.</summary>
    PlanAgreed,

    /// <summary>The person needs nothing further of this team.</summary>
    NoFurtherNeeds,

    /// <summary>Another assessment has to follow.</summary>
    FurtherAssessment,

    /// <summary>For continuing healthcare and Fast Track only, as is <see cref="NotEligible"/>.</summary>
    Eligible,

    NotEligible,
}
