using CapacityBoard.Stays;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>What reports count of a stay as its site has it after an entry.</summary>
/// <param name="Optimised">Since when the person is medically optimised; null if they are not.</param>
/// <param name="Delay">The main reason for delay; null if there is none.</param>
[MessagePackObject]
public sealed record StayNotes([property: Key(0)] DateTimeOffset? Optimised, [property: Key(1)] MainDelay? Delay, [property: Key(2)] Pathway? Pathway)
{
    public static StayNotes? Of(Stay? stay) => stay is null
        ? null
        : new(stay.Optimised?.At, stay.PrimaryDelay is { } delay ? new(delay.Reason, delay.Owner, delay.Since) : null, stay.Plan?.Pathway);
}

[MessagePackObject]
public sealed record MainDelay([property: Key(0)] DelayReason Reason, [property: Key(1)] DelayOwner Owner, [property: Key(2)] DateOnly Since);
