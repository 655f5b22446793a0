using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>What the hospital's system says of one stay at one time.</summary>
/// <param name="Id">The same however often it is said.</param>
/// <param name="Event">The trigger event, for people.</param>
/// <param name="Occurred">When it happened.</param>
/// <param name="Recorded">When the hospital's system recorded it.</param>
/// <param name="Place">Where the person is; null if it does not say.</param>
/// <param name="Cancels">When that happened which it cancels; null if it does not say.</param>
/// <param name="Prior">The reference that this one replaces.</param>
public sealed record FeedStatement(
    string Id,
    string Event,
    StatementKind Kind,
    string Reference,
    DateTimeOffset Occurred,
    DateTimeOffset Recorded,
    FeedPlace? Place,
    VisitFacts Facts,
    DateTimeOffset? Cancels = null,
    string? Prior = null);

/// <param name="Ward">Null if the location is not on this board.</param>
/// <param name="Bed">The bed's label; empty if the message names no bed.</param>
public sealed record FeedPlace(SiteKey? Ward, string Bed);

/// <summary>What is known of a stay besides where it is. Null or not known where a message does not say.</summary>
public sealed record VisitFacts(
    AgeBand Age = AgeBand.NotKnown,
    string? HomeLocality = null,
    DateTimeOffset? AdmittedAt = null,
    DateOnly? ExpectedDischarge = null,
    bool NoLongerExpected = false,
    string? Destination = null,
    string? Method = null);

/// <summary>What a message means for a stay.</summary>
public enum StatementKind
{
    /// <summary>The person was admitted and is in a bed.</summary>
    Admitted,

    /// <summary>The person moved to a bed.</summary>
    Moved,

    /// <summary>Something else about a person in hospital, and where they are.</summary>
    Mentioned,

    /// <summary>The person left.</summary>
    Left,

    /// <summary>The move did not happen.</summary>
    MoveCancelled,

    /// <summary>The person did not leave.</summary>
    DischargeCancelled,

    /// <summary>The person was never admitted.</summary>
    NeverAdmitted,
}
