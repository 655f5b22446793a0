using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;

namespace CapacityBoard.Offers;

/// <summary>A place that was offered to the person and family.</summary>
/// <param name="Id">The ID of the operation that offered it.</param>
/// <param name="IsInterim">True if the person would wait there for another place.</param>
/// <param name="Fees">The place's own statement on fees as it stood then; null if it had made none.</param>
/// <param name="Made">When it was offered, and who recorded that.</param>
/// <param name="Answer">The last answer; null while there is none.</param>
/// <param name="Withdrawn">Null while the offer stands.</param>
[GenerateSerializer, Alias("board.offer"), Immutable]
public sealed record Offer(
    [Id(0)] string Id,
    [Id(1)] SiteKey Place,
    [Id(2)] BedType Type,
    [Id(3)] bool IsInterim,
    [Id(4)] StatedFees? Fees,
    [Id(5)] Stamp Made,
    [Id(6)] OfferAnswer? Answer = null,
    [Id(7)] OfferWithdrawal? Withdrawn = null)
{
    [JsonIgnore]
    public bool Stands => Withdrawn is null;

    [JsonIgnore]
    public bool IsAccepted => Stands && Answer?.Answer == FamilyAnswer.Accepted;

    /// <summary>True if the family has to answer, at first or after they have seen the place.</summary>
    [JsonIgnore]
    public bool WaitsForAnswer => Stands && Answer?.Answer is null or FamilyAnswer.WantsToSeeFirst;

    /// <summary>False if it should never have been offered: it did not suit the person, or was a mistake. No day of the choice policy counts from it.</summary>
    [JsonIgnore]
    public bool IsSuitable => Withdrawn?.Reason.MeansNeverOffered() != true;
}

/// <param name="Reason">Why it was declined; null for other answers.</param>
/// <param name="SeeOn">The day of the visit, if the family wants to see the place first and the day is known.</param>
[GenerateSerializer, Alias("board.offer-answer"), Immutable]
public sealed record OfferAnswer([Id(0)] FamilyAnswer Answer, [Id(1)] DeclineReason? Reason, [Id(2)] string? Note, [Id(3)] DateOnly? SeeOn, [Id(4)] Stamp Given);

[GenerateSerializer, Alias("board.offer-withdrawal"), Immutable]
public sealed record OfferWithdrawal([Id(0)] WithdrawalReason Reason, [Id(1)] string? Note, [Id(2)] Stamp At);

/// <summary>A letter of the locality's choice policy.</summary>
/// <param name="On">The day on which it was given.</param>
[GenerateSerializer, Alias("board.given-letter"), Immutable]
public sealed record GivenLetter([Id(0)] ChoiceLetter Letter, [Id(1)] DateOnly On, [Id(2)] Stamp Recorded);
