using CapacityBoard.Offers;
using CapacityBoard.Sites;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>A place was offered to the person and family.</summary>
[MessagePackObject]
public sealed record OfferMadeFact(Recorded Recorded, string Reference, [property: Key(2)] string Id, [property: Key(3)] SiteKey Place) : StayFact(Recorded, Reference);

/// <param name="Reason">Null unless they declined.</param>
[MessagePackObject]
public sealed record OfferAnsweredFact(
    Recorded Recorded, string Reference, [property: Key(2)] string Id, [property: Key(3)] FamilyAnswer Answer, [property: Key(4)] DeclineReason? Reason) : StayFact(Recorded, Reference);

[MessagePackObject]
public sealed record OfferWithdrawnFact(Recorded Recorded, string Reference, [property: Key(2)] string Id, [property: Key(3)] WithdrawalReason Reason) : StayFact(Recorded, Reference);
