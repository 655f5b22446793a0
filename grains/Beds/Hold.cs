using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>One bed kept for one stay until a time.</summary>
/// <param name="Id">The operation that placed it.</param>
/// <param name="Stay">The hospital's own reference of the stay; null for a hold with only a note.</param>
/// <param name="Note">What the site needs to know; no name and nothing that identifies a person.</param>
/// <param name="Until">From this instant on the hold has run out.</param>
/// <param name="Arrival">When the person is to arrive, where known.</param>
[GenerateSerializer, Immutable]
public sealed record Hold(
    string Id, BedType Type, string? Stay, string? Note, DateTimeOffset Until, DateTimeOffset? Arrival, Stamp Placed)
{
    public bool IsLive(DateTimeOffset now) => now < Until;

    /// <summary>The person is to arrive in the next 24 hours, on a hold that is live.</summary>
    public bool IsArrivingWithin24Hours(DateTimeOffset now) => IsLive(now) && now < Arrival && Arrival <= now.AddHours(24);
}
