using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Beds;

/// <summary>One bed kept for one stay until a time.</summary>
/// <param name="Id">The operation that placed it.</param>
/// <param name="Stay">The hospital's own reference of the stay; null for a hold with only a note.</param>
/// <param name="Note">What the site needs to know; no name and nothing that identifies a person.</param>
/// <param name="Until">From this instant on the hold has run out.</param>
/// <param name="Arrival">When the person is to arrive, where known.</param>
/// <param name="From">The ward or unit that the person was on when the bed was held; null where the board has no stay of theirs.</param>
/// <param name="Needs">What the person needs, as far as this place has to know.</param>
/// <param name="Telephone">Of the ward or unit, for questions.</param>
/// <param name="Answer">What the site has said to it; null before it has.</param>
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
    [Id(10)] HoldAnswer? Answer = null)
{
    public bool IsLive(DateTimeOffset now) => now < Until;

    /// <summary>The person is to arrive in the next 24 hours, on a hold that is live.</summary>
    public bool IsArrivingWithin24Hours(DateTimeOffset now) => IsLive(now) && now < Arrival && Arrival <= now.AddHours(24);
}

/// <summary>What a site has said to a hold that it keeps: that the person may come, or that it assesses them first.</summary>
/// <param name="AssessesAt">When it assesses the person; null where they are accepted.</param>
[GenerateSerializer, Alias("board.hold-answer"), Immutable]
public sealed record HoldAnswer([Id(0)] DateTimeOffset? AssessesAt, [Id(1)] string? Note, [Id(2)] Stamp Answered)
{
    public bool IsAccepted => AssessesAt is null;
}

/// <summary>A hold that was used, declined or released; known for a week, so that whoever placed it sees how it ended.</summary>
[GenerateSerializer, Alias("board.ended-hold"), Immutable]
public sealed record EndedHold([Id(0)] Hold Hold, [Id(1)] HoldEnding Ending, [Id(2)] string? Reason, [Id(3)] Stamp Ended);

[GenerateSerializer, Alias("board.hold-ending")]
public enum HoldEnding
{
    Admitted,

    /// <summary>By the site.</summary>
    Declined,

    /// <summary>By whoever no longer needed it.</summary>
    Released,
}
