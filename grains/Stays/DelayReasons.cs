using System.Collections.Frozen;
using System.Collections.Immutable;
using CapacityBoard.Sites;
using static CapacityBoard.Stays.DelayFamily;
using static CapacityBoard.Stays.DelayReason;
using static CapacityBoard.Stays.Pathway;

namespace CapacityBoard.Stays;

/// <summary>
/// The code list's entry for each delay reason, in the order of NHS England's acute discharge situation report and with its texts. <see cref="DelayList"/> says
/// which of them a kind of site uses.
/// </summary>
public static class DelayReasons
{
    private static readonly ImmutableArray<DelayReasonEntry> Entries =
    [
        new(TherapyReview, "Awaiting therapy review of need for supported discharge", "A", HospitalProcess, [], DelayOwner.Nhs, 803),
        new(ReferralToHub, "Awaiting referral to care transfer hub for supported discharge", "A", HospitalProcess, [], DelayOwner.Nhs, 492),
        new(MedicalReview, "Awaiting medical review of need for supported discharge", null, HospitalProcess, [], DelayOwner.Nhs, 376),
        new(MedicinesOrLetter, "Awaiting medicines to take home, discharge letter or other discharge documentation", null, HospitalProcess, [], DelayOwner.Nhs, 353),
        new(DischargeDecision, "Awaiting formal decision to discharge (inc diagnostic test results)", null, HospitalProcess, [], DelayOwner.Nhs, 280),
        new(Transport, "Awaiting patient transport services", null, HospitalProcess, [], DelayOwner.Nhs, 179),
        new(InfectionControl, "Remaining in hospital due to infection prevention and control restrictions", null, HospitalProcess, [], DelayOwner.Nhs, 36),
        new(DestinationReadiness, "Issues with discharge destination readiness", null, WellbeingConcerns, [], DelayOwner.Both, 200),
        new(MentalCapacity, "Awaiting determination of mental capacity", null, WellbeingConcerns, [], DelayOwner.Both, 169),
        new(Safeguarding, "Ongoing safeguarding concern", null, WellbeingConcerns, [], DelayOwner.Both, 145),
        new(FamilyConcerns, "Patient/family/carer concerns over discharge readiness", "H", WellbeingConcerns, [], DelayOwner.Both, 122),
        new(NeedsAndPathway, "Waiting for confirmation of immediate care needs and pathway", "A", CareTransferHubProcess, [], DelayOwner.SocialCare, 1083),
        new(ReferralsByHub, "Awaiting necessary referrals by care transfer hub", "A", CareTransferHubProcess, [], DelayOwner.Both, 395),
        new(FundingEligibility, "Awaiting confirmation of funding eligibility", "B", CareTransferHubProcess, [], DelayOwner.Both, 84),
        new(CareHomeUnderway, "Residential/nursing home care arrangements still underway (Pathway 3)", "A", InterfaceProcess, [P3], DelayOwner.Both, 757),
        new(BedRehabilitationUnderway, "Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)", "C", InterfaceProcess, [P2], DelayOwner.Nhs, 740),
        new(HomeSocialCareUnderway, "Other home-based social care service arrangements still underway (Pathway 1)", "E", InterfaceProcess, [P1], DelayOwner.SocialCare, 553),
        new(HomeRehabilitationUnderway, "Home based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)", "E", InterfaceProcess, [P1], DelayOwner.Both, 479),
        new(OutOfAreaUnderway, "Out of area discharge arrangements requested but not completed", null, InterfaceProcess, [], DelayOwner.Both, 232),
        new(EndOfLifeUnderway, "End of life care inc Fast-Track CHC arrangement still underway (Pathway 1 or 3)", "B", InterfaceProcess, [P1, P3], DelayOwner.Nhs, 166),
        new(SelfFundedUnderway, "Self-funded care package arrangements still underway", "E", InterfaceProcess, [], DelayOwner.Both, 123),
        new(Choice, "Patient/family/carer choice discussions on package still underway", "G", InterfaceProcess, [], DelayOwner.Both, 89),
        new(HomelessHousingUnderway, "Housing provision arrangement for homelessness still underway (Pathway 0 or 1)", "I", InterfaceProcess, [P0, P1], DelayOwner.Housing, 86),
        new(ProviderAction, "Further action requested by agreed provider", "A", InterfaceProcess, [], DelayOwner.Both, 67),
        new(HomeHealthCareUnderway, "Other home-based community health service arrangements still underway (Pathway 1)", "E", InterfaceProcess, [P1], DelayOwner.Nhs, 58),
        new(NoRecourse, "Homeless with no recourse to public funds", "I", InterfaceProcess, [], DelayOwner.Housing, 27),
        new(BedRehabilitationNotAvailable, "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)", "C", Capacity, [P2], DelayOwner.Nhs, 1010),
        new(CareHomeNotAvailable, "Residential/nursing home care not yet available (Pathway 3)", "D", Capacity, [P3], DelayOwner.SocialCare, 781),
        new(HomeRehabilitationNotAvailable, "Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)", "E", Capacity, [P1], DelayOwner.Both, 676),
        new(HomeSocialCareNotAvailable, "Other home-based social care service not yet available (Pathway 1)", "E", Capacity, [P1], DelayOwner.SocialCare, 324),
        new(Equipment, "Equipment and associated training not yet delivered (Pathway 1-3)", "F", Capacity, [P1, P2, P3], DelayOwner.Both, 243),
        new(EndOfLifeNotAvailable, "End of life care inc Fast-Track CHC not yet available (Pathway 1 or 3)", "C", Capacity, [P1, P3], DelayOwner.Nhs, 174),
        new(HomeHealthCareNotAvailable, "Other home-based community health services not yet available (Pathway 1)", "E", Capacity, [P1], DelayOwner.Nhs, 140),
        new(RestartOfCare, "Awaiting restart of existing social care arrangements (Pathway 0)", "E", Capacity, [P0], DelayOwner.SocialCare, 120),
        new(MentalHealthBedNotAvailable, "Mental health admitted patient care not yet available (Pathway 2)", "C", Capacity, [P2], DelayOwner.Nhs, 75),
        new(HousingAdaptations, "Housing adaptations not yet completed (Pathway 1 or 3)", "F", Capacity, [P1, P3], DelayOwner.Housing, 64),
        new(HousingNotAvailable, "Housing provision not yet available (Pathway 0 or 1)", "I", Capacity, [P0, P1], DelayOwner.Housing, 62),
        new(TransferToAcute, "Awaiting transfer back to an acute trust", null, OnlyCommunity, [], DelayOwner.Nhs, 0),
        new(NoPlan, "No discharge plan", null, OnlyCommunity, [], DelayOwner.Nhs, 0),
    ];

    private static readonly FrozenDictionary<DelayReason, DelayReasonEntry> ByReason = Entries.ToFrozenDictionary(entry => entry.Reason);

    /// <summary>Every reason, in the report's order.</summary>
    public static ImmutableArray<DelayReason> All { get; } = [.. Entries.Select(entry => entry.Reason)];

    public static DelayReasonEntry Entry(this DelayReason reason) => ByReason[Codes.Current(reason)];
}

/// <param name="Words">The reason in words, for people.</param>
/// <param name="Dtoc">The code in the delayed-transfer return that was made until 2020; null if it had none.</param>
/// <param name="Family">Where the acute report counts it.</param>
/// <param name="Pathways">The pathways that the report names with it; empty if it names none.</param>
/// <param name="Owner">Who usually has to end it; offered as the default, which a person may change.</param>
/// <param name="Often">How many people in England had it on a day, on average of the months of 2025-26. Shows which are likely; no figure is counted from it.</param>
public sealed record DelayReasonEntry(
    DelayReason Reason, string Words, string? Dtoc, DelayFamily Family, ImmutableArray<Pathway> Pathways, DelayOwner Owner, int Often)
{
    /// <summary>True if a person on the pathway can wait for it; on a pathway that is not known, anybody can.</summary>
    public bool Fits(Pathway? pathway) => Pathways.IsEmpty || pathway is not { } known || Pathways.Contains(known);
}

/// <summary>The families of the acute discharge situation report.</summary>
public enum DelayFamily
{
    HospitalProcess,
    WellbeingConcerns,
    CareTransferHubProcess,
    InterfaceProcess,
    Capacity,

    /// <summary>Only the community's report has it.</summary>
    OnlyCommunity,
}
