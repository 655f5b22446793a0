using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>Something that the grand round recorded or agreed for a stay.</summary>
public abstract record ReviewEvent : StayEvent
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

public sealed record StayReviewed(string Stay, string Id, ReviewOutcome Outcome, string? Note = null) : ReviewEvent;

public sealed record ActionAgreed(string Stay, string Id, string What, string Owner, DateOnly Due) : ReviewEvent;

public sealed record ActionCompleted(string Stay, string Id, string? Note = null) : ReviewEvent;

public sealed record ActionChanged(string Stay, string Id, string Owner, DateOnly Due) : ReviewEvent;

public sealed record ActionDropped(string Stay, string Id, string Reason) : ReviewEvent;
