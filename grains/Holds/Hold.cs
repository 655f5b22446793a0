using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>One bed kept for one stay until a time.</summary>
/// <param name="Id">The ID of the operation that placed it.</param>
/// <param name="Stay">The hospital's own reference of the stay; null for a hold with only a note.</param>
/// <param name="Note">What the site needs to know; no name and nothing else that identifies a person.</param>
/// <param name="Until">From this instant on the hold has run out.</param>
/// <param name="Arrival">When the person is due to arrive; null if not known.</param>
/// <param name="From">The ward or unit where the person was when the bed was held; null if the board has no stay for them.</param>
/// <param name="Needs">The person's needs, as far as this site has to know them.</param>
/// <param name="Telephone">The ward's or unit's number, for questions.</param>
/// <param name="Answer">The site's answer; null before it has answered.</param>
/// <param name="ArrivalUndone">When an arrival on it was undone as a mistake, and by whom; null if none was.</param>
[GenerateSerializer, Alias("board.hold"), Immutable]
public sealed record Hold(
    [Id(0)] string Id,
    [Id(1)] BedType Type,
    [Id(2)] string? Stay,
    [Id(3)] string? Note,
    [Id(4)] DateTimeOffset Until,
    [Id(5)] DateTimeOffset? Arrival,
    [Id(6)] Stamp Placed,
    [Id(7)] SiteKey? From = null,
    [Id(8)] Needs? Needs = null,
    [Id(9)] string? Telephone = null,
    [Id(10)] HoldAnswer? Answer = null,
    [Id(11)] Stamp? ArrivalUndone = null)
{
    public bool IsLive(DateTimeOffset now) => now < Until;

    /// <summary>True if the hold is live and the person is due to arrive within the next 24 hours.</summary>
    public bool IsArrivingWithin24Hours(DateTimeOffset now) => IsLive(now) && now < Arrival && Arrival <= now.AddHours(24);
}

/// <summary>A site's answer to a live hold: the person may come, or the site assesses them first.</summary>
/// <param name="AssessesAt">When the site assesses the person; null if it accepted them.</param>
[GenerateSerializer, Alias("board.hold-answer"), Immutable]
public sealed record HoldAnswer([Id(0)] DateTimeOffset? AssessesAt, [Id(1)] string? Note, [Id(2)] Stamp Answered)
{
    public bool IsAccepted => AssessesAt is null;
}

/// <summary>A hold that was used, declined or released. Shown for a week, so that whoever placed it sees how it ended.</summary>
[GenerateSerializer, Alias("board.ended-hold"), Immutable]
public sealed record EndedHold([Id(0)] Hold Hold, [Id(1)] HoldEnding Ending, [Id(2)] string? Reason, [Id(3)] Stamp Ended);

[GenerateSerializer, Alias("board.hold-ending")]
public enum HoldEnding
{
    Admitted,

    /// <summary>The site cannot take the person.</summary>
    Declined,

    /// <summary>Whoever placed the hold no longer needs it.</summary>
    Released,
}
