using System.Collections.Frozen;
using static CapacityBoard.Stays.DelayFamily;
using static CapacityBoard.Stays.DelayReason;

namespace CapacityBoard.Stays;

/// <summary>The code list's entry for each delay reason.</summary>
public static class DelayReasons
{
    private static readonly FrozenDictionary<DelayReason, DelayReasonEntry> Entries = new Dictionary<DelayReason, DelayReasonEntry>
    {
        [AssessmentCareHome] = new("Waiting for the care home’s assessment", "A", InterfaceProcess, DelayOwner.Both),
        [AssessmentTherapy] = new("Waiting for occupational therapist or physiotherapist", "A", HospitalProcess, DelayOwner.Nhs),
        [AssessmentSocialWork] = new("Waiting for a social worker’s assessment", "A", CareTransferHubProcess, DelayOwner.SocialCare),
        [AssessmentMentalHealth] = new("Waiting for a mental health assessment or bed", "A", InterfaceProcess, DelayOwner.Nhs),
        [DelayReason.Funding] = new("Public funding, including continuing healthcare decision", "B", CareTransferHubProcess, DelayOwner.Both),
        [NhsNonAcute] = new("Waiting for further non-acute NHS care", "C", CapacityPathway2, DelayOwner.Nhs),
        [ResidentialPlacement] = new("Residential home placement or availability", "DI", CapacityPathway3, DelayOwner.SocialCare),
        [NursingPlacement] = new("Nursing home placement or availability", "DII", CapacityPathway3, DelayOwner.SocialCare),
        [CarePackage] = new("Care package in own home", "E", CapacityPathway1, DelayOwner.SocialCare),
        [Equipment] = new("Community equipment or adaptations", "F", InterfaceProcess, DelayOwner.Both),
        [Choice] = new("Patient or family choice", "G", WellbeingConcerns, DelayOwner.Both),
        [Dispute] = new("Dispute", "H", WellbeingConcerns, DelayOwner.Both),
        [DelayReason.Housing] = new("Housing", "I", InterfaceProcess, DelayOwner.Housing),
        [Medication] = new("Medicines to take home", null, HospitalProcess, DelayOwner.Nhs),
        [Transport] = new("Transport", null, HospitalProcess, DelayOwner.Nhs),
        [MedicalReview] = new("Awaiting medical review or decision", null, HospitalProcess, DelayOwner.Nhs),
        [DischargeLetter] = new("Discharge summary not complete", null, HospitalProcess, DelayOwner.Nhs),
        [Safeguarding] = new("Safeguarding, mental capacity or Court of Protection", null, WellbeingConcerns, DelayOwner.Both),
    }.ToFrozenDictionary();

    public static DelayReasonEntry Entry(this DelayReason reason) => Entries[reason];
}

/// <param name="Words">The reason in words, for people.</param>
/// <param name="Dtoc">The code in the delayed-transfer return that was made until 2020; null if it had none.</param>
/// <param name="Family">Where the current discharge return counts it.</param>
/// <param name="Owner">Who usually has to end it; offered as the default, which a person may change.</param>
public sealed record DelayReasonEntry(string Words, string? Dtoc, DelayFamily Family, DelayOwner Owner);

/// <summary>The families of the current discharge return.</summary>
public enum DelayFamily
{
    HospitalProcess,
    InterfaceProcess,
    CareTransferHubProcess,
    CapacityPathway1,
    CapacityPathway2,
    CapacityPathway3,
    WellbeingConcerns,
}
