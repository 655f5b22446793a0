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
[GenerateSerializer, Immutable]
public sealed record Hold(
    string Id,
    BedType Type,
    string? Stay,
    string? Note,
    DateTimeOffset Until,
    DateTimeOffset? Arrival,
    Stamp Placed,
    SiteKey? From = null,
    Needs? Needs = null,
    string? Telephone = null,
    HoldAnswer? Answer = null)
{
    public bool IsLive(DateTimeOffset now) => now < Until;

    /// <summary>The person is to arrive in the next 24 hours, on a hold that is live.</summary>
    public bool IsArrivingWithin24Hours(DateTimeOffset now) => IsLive(now) && now < Arrival && Arrival <= now.AddHours(24);
}

/// <summary>What a site has said to a hold that it keeps: that the person may come, or that it assesses them first.</summary>
/// <param name="AssessesAt">When it assesses the person; null where they are accepted.</param>
[GenerateSerializer, Immutable]
public sealed record HoldAnswer(DateTimeOffset? AssessesAt, string? Note, Stamp Answered)
{
    public bool IsAccepted => AssessesAt is null;
}

/// <summary>A hold that was used, declined or released; known for a week, so that whoever placed it sees how it ended.</summary>
[GenerateSerializer, Immutable]
public sealed record EndedHold(Hold Hold, HoldEnding Ending, string? Reason, Stamp Ended);

[GenerateSerializer]
public enum HoldEnding
{
    Admitted,

    /// <summary>By the site.</summary>
    Declined,

    /// <summary>By whoever no longer needed it.</summary>
    Released,
}
