using CapacityBoard.Assessments;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>A fact about one stay at the entry's site.</summary>
public abstract record StayFact(Recorded Recorded, [property: Key(1)] string Reference) : Fact(Recorded);

/// <summary>The person was admitted, or accepted from another ward.</summary>
/// <param name="From">The ward that they were transferred from; null if they were admitted here.</param>
/// <param name="Admitted">When they were admitted to the hospital.</param>
/// <param name="Arrived">When they came to this ward or unit.</param>
/// <param name="Notes">Null if the site does not know the stay.</param>
[MessagePackObject]
public sealed record ArrivalFact(
    Recorded Recorded,
    string Reference,
    [property: Key(2)] SiteKey? From,
    [property: Key(3)] DateTimeOffset Admitted,
    [property: Key(4)] DateTimeOffset Arrived,
    [property: Key(5)] string? Home,
    [property: Key(6)] StayNotes? Notes) : StayFact(Recorded, Reference);

/// <summary>The stay's notes after an entry that may have changed them.</summary>
[MessagePackObject]
public sealed record NotesFact(Recorded Recorded, string Reference, [property: Key(2)] StayNotes Notes) : StayFact(Recorded, Reference);

/// <summary>A day was marked.</summary>
/// <param name="Reason">Null on a green day.</param>
[MessagePackObject]
public sealed record DayFact(
    Recorded Recorded, string Reference, [property: Key(2)] DateOnly Day, [property: Key(3)] bool IsGreen, [property: Key(4)] DelayReason? Reason) : StayFact(Recorded, Reference);

/// <summary>The values after the correction.</summary>
[MessagePackObject]
public sealed record CorrectionFact(
    Recorded Recorded, string Reference, [property: Key(2)] DateTimeOffset Admitted, [property: Key(3)] string? Home) : StayFact(Recorded, Reference);

/// <summary>The declaration that the person is medically optimised was a mistake.</summary>
[MessagePackObject]
public sealed record OptimisedCancelledFact(Recorded Recorded, string Reference) : StayFact(Recorded, Reference);

/// <param name="Left">When the person left, which may be recorded late.</param>
[MessagePackObject]
public sealed record DischargeFact(
    Recorded Recorded, string Reference, [property: Key(2)] DateTimeOffset Left, [property: Key(3)] Destination Destination) : StayFact(Recorded, Reference);

/// <param name="Notes">Null if the site does not know the stay.</param>
[MessagePackObject]
public sealed record DischargeCancelledFact(Recorded Recorded, string Reference, [property: Key(2)] StayNotes? Notes) : StayFact(Recorded, Reference);

[MessagePackObject]
public sealed record AdmissionCancelledFact(Recorded Recorded, string Reference) : StayFact(Recorded, Reference);

/// <summary>An assessment of the stay after it was asked for or ended.</summary>
/// <param name="Ended">When it was done or cancelled; null while it is open.</param>
/// <param name="IsDone">False if it was cancelled.</param>
[MessagePackObject]
public sealed record AssessmentFact(
    Recorded Recorded,
    string Reference,
    [property: Key(2)] string Id,
    [property: Key(3)] AssessmentKind Kind,
    [property: Key(4)] DateTimeOffset Asked,
    [property: Key(5)] DateTimeOffset? Ended,
    [property: Key(6)] bool IsDone) : StayFact(Recorded, Reference)
{
    /// <summary>None if the site does not know the assessment.</summary>
    internal static IEnumerable<AssessmentFact> Of(Recorded recorded, string reference, Stay? stay, string id) =>
        stay?.Assessments.LastOrDefault(each => each.Id == id) is { } known
            ? [new(recorded, reference, id, known.Kind, known.Asked.At, known.Ended?.At.At, known.Ended?.Outcome is not null)]
            : [];
}
