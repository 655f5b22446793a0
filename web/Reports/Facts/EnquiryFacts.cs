using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>The place was asked whether it can take somebody.</summary>
/// <param name="From">The ward or unit of the person.</param>
/// <param name="IsLastMinute">True if the person was expected to be ready on that day already.</param>
[MessagePackObject]
public sealed record EnquiryMadeFact(
    Recorded Recorded,
    [property: Key(1)] string Id,
    [property: Key(2)] BedType Type,
    [property: Key(3)] string Stay,
    [property: Key(4)] SiteKey From,
    [property: Key(5)] DateTimeOffset AnswerBy,
    [property: Key(6)] bool IsLastMinute) : Fact(Recorded);

[MessagePackObject]
public sealed record EnquiryAnsweredFact(Recorded Recorded, [property: Key(1)] string Id, [property: Key(2)] PlaceAnswer Answer) : Fact(Recorded);

/// <summary>An enquiry and its first answer.</summary>
/// <param name="Answered">Null if the place has not answered.</param>
public sealed record EnquiryHistory(
    SiteKey Site, BedType Type, string Stay, SiteKey From, DateTimeOffset Made, DateTimeOffset AnswerBy, bool IsLastMinute, PlaceAnswer? Answer = null, DateTimeOffset? Answered = null);
