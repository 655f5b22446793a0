using System.Text.Json.Serialization;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>One reason for a stay's delay. A stay has each reason at most once at a time.</summary>
/// <param name="Since">The day from which the reason applies.</param>
/// <param name="IsPrimary">True for the main reason. While a stay has any reasons, exactly one is the main one.</param>
/// <param name="Recorded">When it was last recorded, and by whom.</param>
/// <param name="Assessment">The ID of the assessment that brought it, and whose end can end it; null if none did.</param>
/// <param name="Offer">The ID of the offer that brought it, and whose acceptance can end it; null if none did.</param>
[GenerateSerializer, Alias("board.delay"), Immutable]
public sealed record Delay(
    [Id(0)] DelayReason Reason,
    [Id(1)] DelayOwner Owner,
    [Id(2)] DateOnly Since,
    [Id(3)] bool IsPrimary,
    [Id(4)] string? Note,
    [Id(5)] Stamp Recorded,
    [Id(6)] string? Assessment = null,
    [Id(7)] string? Offer = null)
{
    /// <summary>False if somebody recorded it themselves.</summary>
    [JsonIgnore]
    public bool IsCaused => (Assessment ?? Offer) is not null;
}
