using System.Collections.Frozen;
using System.Collections.Immutable;
using CapacityBoard.Sites;
using static CapacityBoard.Stays.DelayReason;

namespace CapacityBoard.Stays;

/// <summary>
/// The reasons for delay of one national report: what its sites choose from, and what their returns count. This is where it is decided
/// which kind of site uses which. A reason that both reports have is one reason, which each may word its own way.
/// </summary>
/// <param name="Reasons">In the report's order.</param>
public sealed record DelayList(ImmutableArray<ListedReason> Reasons, FrozenDictionary<DelayReason, DelayReason> Counted)
{
    private const int MostLikely = 8;

    /// <summary>The 37 of the acute discharge situation report.</summary>
    public static DelayList Acute { get; } = new(
        [.. DelayReasons.All.Select(reason => reason.Entry()).Where(entry => entry.Family != DelayFamily.OnlyCommunity).Select(entry => new ListedReason(entry.Reason, entry.Words))],
        FrozenDictionary<DelayReason, DelayReason>.Empty);

    /// <summary>The 18 of the community discharge situation report.</summary>
    public static DelayList Community { get; } = new(
        [
            new(MedicalReview, "Awaiting a medical decision or intervention, including the discharge summary"),
            new(TherapyReview, "Awaiting a therapy decision or intervention, including onward referrals and equipment ordering"),
            new(Equipment, "Awaiting community equipment and adaptations"),
            new(NeedsAndPathway, "Awaiting confirmation from transfer of care hub or receiving service"),
            new(DischargeDecision, "Awaiting a diagnostic test"),
            new(MedicinesOrLetter, "Awaiting medicines to take home"),
            new(FundingEligibility, "Awaiting outcome of decision for continuing healthcare funding"),
            new(ReferralToHub, "Awaiting referral to transfer of care hub"),
            new(TransferToAcute, TransferToAcute.Entry().Words),
            new(Transport, "Awaiting transport"),
            new(NoRecourse, "Homeless or no recourse to public funds"),
            new(FamilyConcerns, "Individual or family not in agreement"),
            new(NoPlan, NoPlan.Entry().Words),
            new(HomeSocialCareNotAvailable, "Pathway 1 resource not available"),
            new(BedRehabilitationNotAvailable, "Pathway 2 bed not available"),
            new(CareHomeNotAvailable, "Pathway 3 bed not available"),
            new(InfectionControl, "Infectious disease"),
            new(Safeguarding, "Safeguarding or Court of Protection"),
        ],
        new Dictionary<DelayReason, DelayReason>
        {
            [DestinationReadiness] = Equipment,
            [HousingAdaptations] = Equipment,
            [MentalCapacity] = Safeguarding,
            [Choice] = FamilyConcerns,
            [ReferralsByHub] = NeedsAndPathway,
            [OutOfAreaUnderway] = NeedsAndPathway,
            [ProviderAction] = NeedsAndPathway,
            [EndOfLifeUnderway] = FundingEligibility,
            [HomeSocialCareUnderway] = HomeSocialCareNotAvailable,
            [HomeRehabilitationUnderway] = HomeSocialCareNotAvailable,
            [HomeRehabilitationNotAvailable] = HomeSocialCareNotAvailable,
            [HomeHealthCareUnderway] = HomeSocialCareNotAvailable,
            [HomeHealthCareNotAvailable] = HomeSocialCareNotAvailable,
            [SelfFundedUnderway] = HomeSocialCareNotAvailable,
            [RestartOfCare] = HomeSocialCareNotAvailable,
            [BedRehabilitationUnderway] = BedRehabilitationNotAvailable,
            [MentalHealthBedNotAvailable] = BedRehabilitationNotAvailable,
            [CareHomeUnderway] = CareHomeNotAvailable,
            [EndOfLifeNotAvailable] = CareHomeNotAvailable,
            [HomelessHousingUnderway] = NoRecourse,
            [HousingNotAvailable] = NoRecourse,
        }.ToFrozenDictionary());

    public static DelayList Of(SiteKind kind) => kind == SiteKind.IntermediateCareUnit ? Community : Acute;

    /// <summary>The reason as this report words it; one that is not in it, as the other does.</summary>
    public string Words(DelayReason reason) => Reasons.FirstOrDefault(listed => listed.Reason == reason)?.Words ?? reason.Entry().Words;

    /// <summary>The reason of this list under which its return counts a reason. An assessment or a transfer can bring one that the list does not have.</summary>
    public DelayReason CountedAs(DelayReason reason) => Counted.GetValueOrDefault(reason, reason);

    /// <summary>What a person on a pathway most often waits for, most often first.</summary>
    public IEnumerable<ListedReason> Likely(Pathway? pathway) =>
        Reasons.Where(listed => listed.Reason.Entry().Fits(pathway)).OrderByDescending(listed => listed.Reason.Entry().Often).Take(MostLikely);
}

/// <param name="Words">As the report words it.</param>
public sealed record ListedReason(DelayReason Reason, string Words);
