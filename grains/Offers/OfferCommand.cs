using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Offers;

/// <summary>A command about the places that are offered to a person and family.</summary>
[GenerateSerializer, Alias("board.offer-command"), Immutable]
public abstract record OfferCommand : StayCommand
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

/// <summary>Records that a place was offered to the person and family. The offer's ID is the operation's. No bed is held.</summary>
/// <param name="IsInterim">True if the person would wait there for another place.</param>
[GenerateSerializer, Alias("board.offer-place"), Immutable]
public sealed record OfferPlace([Id(0)] string Stay, [Id(1)] SiteKey Place, [Id(2)] BedType Type, [Id(3)] bool IsInterim = false) : OfferCommand
{
    /// <summary>The place's own statement on fees as it stands. The board adds it, so that nobody states fees for a place.</summary>
    [Id(0), JsonIgnore]
    public StatedFees? Fees { get; init; }
}

/// <summary>Records the family's answer. A later answer replaces it.</summary>
/// <param name="Reason">Needed if they decline, null otherwise.</param>
/// <param name="Note">What they said, without any clinical detail. Needed with the reason <c>other</c>.</param>
/// <param name="SeeOn">The day of the visit, today or later, if they want to see the place first.</param>
[GenerateSerializer, Alias("board.answer-offer"), Immutable]
public sealed record AnswerOffer(
    [Id(0)] string Stay, [Id(1)] string Offer, [Id(2)] FamilyAnswer Answer, [Id(3)] DeclineReason? Reason = null, [Id(4)] string? Note = null, [Id(5)] DateOnly? SeeOn = null) : OfferCommand;

/// <summary>Withdraws an offer. If the place never suited the person, or the offer was a mistake, nothing counts from it.</summary>
[GenerateSerializer, Alias("board.withdraw-offer"), Immutable]
public sealed record WithdrawOffer([Id(0)] string Stay, [Id(1)] string Offer, [Id(2)] WithdrawalReason Reason, [Id(3)] string? Note = null) : OfferCommand;

/// <summary>Records that a letter of the locality's choice policy was given. Each is given once, in their order.</summary>
/// <param name="On">From the day of the first suitable offer to today. Default: today.</param>
[GenerateSerializer, Alias("board.give-choice-letter"), Immutable]
public sealed record GiveChoiceLetter([Id(0)] string Stay, [Id(1)] ChoiceLetter Letter, [Id(2)] DateOnly? On = null) : OfferCommand;
