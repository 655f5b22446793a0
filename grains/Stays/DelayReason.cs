using System.Text.Json.Serialization;

namespace CapacityBoard.Stays;

/// <summary>Why a person is not where they should be. What each maps to stands in <see cref="DelayReasons"/>.</summary>
[GenerateSerializer, Alias("board.delay-reason")]
public enum DelayReason
{
    AssessmentCareHome,
    AssessmentTherapy,
    AssessmentSocialWork,
    AssessmentMentalHealth,
    Funding,
    NhsNonAcute,
    ResidentialPlacement,
    NursingPlacement,
    CarePackage,
    Equipment,
    Choice,
    Dispute,
    Housing,
    Medication,
    Transport,
    MedicalReview,
    DischargeLetter,
    Safeguarding,
}

/// <summary>Who has to end a delay.</summary>
[GenerateSerializer, Alias("board.delay-owner")]
public enum DelayOwner
{
    [JsonStringEnumMemberName("nhs")]
    Nhs,
    SocialCare,
    Both,
    Housing,
}
