using System.Text.Json.Serialization;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Why a person is not where they should be: the 37 reasons of the acute discharge situation report, by family, and two that only the
/// community's has. <see cref="DelayReasons"/> has what each maps to. Nodes of two releases exchange the numbers: none is changed or used again.
/// </summary>
[GenerateSerializer, Alias("board.delay-reason")]
public enum DelayReason
{
    // Hospital process
    [FormerCodes("assessment-therapy")]
    TherapyReview = 1,
    ReferralToHub = 18,
    MedicalReview = 15,
    [FormerCodes("medication", "discharge-letter", Number = 16)]
    MedicinesOrLetter = 13,
    DischargeDecision = 19,
    Transport = 14,
    InfectionControl = 20,

    // Wellbeing concerns
    DestinationReadiness = 21,
    MentalCapacity = 22,
    Safeguarding = 17,
    [FormerCodes("dispute")]
    FamilyConcerns = 11,

    // Care transfer hub process
    [FormerCodes("assessment-social-work")]
    NeedsAndPathway = 2,
    ReferralsByHub = 23,
    [FormerCodes("funding")]
    FundingEligibility = 4,

    // Interface process
    [FormerCodes("assessment-care-home")]
    CareHomeUnderway = 0,
    BedRehabilitationUnderway = 24,
    HomeSocialCareUnderway = 25,
    HomeRehabilitationUnderway = 26,
    OutOfAreaUnderway = 27,
    EndOfLifeUnderway = 28,
    SelfFundedUnderway = 29,
    Choice = 10,
    HomelessHousingUnderway = 30,
    ProviderAction = 31,
    HomeHealthCareUnderway = 32,
    NoRecourse = 33,

    // Capacity
    [FormerCodes("nhs-non-acute")]
    BedRehabilitationNotAvailable = 5,
    [FormerCodes("residential-placement", "nursing-placement", Number = 7)]
    CareHomeNotAvailable = 6,
    HomeRehabilitationNotAvailable = 34,
    [FormerCodes("care-package")]
    HomeSocialCareNotAvailable = 8,
    Equipment = 9,
    EndOfLifeNotAvailable = 35,
    HomeHealthCareNotAvailable = 36,
    RestartOfCare = 37,
    [FormerCodes("assessment-mental-health")]
    MentalHealthBedNotAvailable = 3,
    HousingAdaptations = 38,
    [FormerCodes("housing")]
    HousingNotAvailable = 12,

    // Only in community beds
    TransferToAcute = 39,
    NoPlan = 40,
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
