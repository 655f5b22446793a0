using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Offers;

/// <summary>Something that happened to the offers of a stay.</summary>
public abstract record OfferEvent : StayEvent
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

public sealed record PlaceOffered(string Stay, string Id, SiteKey Place, BedType Type, bool IsInterim = false, StatedFees? Fees = null) : OfferEvent;

public sealed record OfferAnswered(string Stay, string Id, FamilyAnswer Answer, DeclineReason? Reason = null, string? Note = null, DateOnly? SeeOn = null) : OfferEvent;

public sealed record OfferWithdrawn(string Stay, string Id, WithdrawalReason Reason, string? Note = null) : OfferEvent;

public sealed record ChoiceLetterGiven(string Stay, ChoiceLetter Letter, DateOnly On) : OfferEvent;
