using CapacityBoard.Sites;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// What reports need of an entry, and nothing else. Stored by <see cref="FactCodec"/>: numbers of kinds and keys stay as they are,
/// and a new property comes last.
/// </summary>
[Union(0, typeof(SiteFact))]
[Union(1, typeof(LineFact))]
[Union(2, typeof(DeclarationFact))]
[Union(3, typeof(HoldPlacedFact))]
[Union(4, typeof(HoldExtendedFact))]
[Union(5, typeof(HoldEndedFact))]
[Union(6, typeof(ArrivalFact))]
[Union(7, typeof(NotesFact))]
[Union(8, typeof(DayFact))]
[Union(9, typeof(CorrectionFact))]
[Union(10, typeof(OptimisedCancelledFact))]
[Union(11, typeof(DischargeFact))]
[Union(12, typeof(DischargeCancelledFact))]
[Union(13, typeof(AdmissionCancelledFact))]
[Union(40, typeof(AssessmentFact))]
[Union(50, typeof(EnquiryMadeFact))]
[Union(51, typeof(EnquiryAnsweredFact))]
[Union(52, typeof(HoldResumedFact))]
[Union(60, typeof(OfferMadeFact))]
[Union(61, typeof(OfferAnsweredFact))]
[Union(62, typeof(OfferWithdrawnFact))]
[Union(63, typeof(ClosureFact))]
public abstract record Fact([property: Key(0)] Recorded Recorded)
{
    [IgnoreMember]
    public long Position => Recorded.Position;

    [IgnoreMember]
    public DateTimeOffset At => Recorded.At;

    [IgnoreMember]
    public SiteKey Site => Recorded.Site;
}

/// <summary>A site was registered, or its details were revised. The first fact of every site.</summary>
/// <param name="Hospital">The hospital's name; null if the site is no ward.</param>
[MessagePackObject]
public sealed record SiteFact(
    Recorded Recorded, [property: Key(1)] SiteKind Kind, [property: Key(2)] string Name, [property: Key(3)] string? Hospital) : Fact(Recorded);
