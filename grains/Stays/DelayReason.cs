using System.Text.Json.Serialization;

namespace CapacityBoard.Stays;

/// <summary>Why a person is not where they should be. <see cref="DelayReasons"/> has what each reason maps to.</summary>
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

/// <summary>Who is responsible for ending a delay.</summary>
[GenerateSerializer, Alias("board.delay-owner")]
public enum DelayOwner
{
    [JsonStringEnumMemberName("nhs")]
    Nhs,
    SocialCare,
    Both,
    Housing,
}
