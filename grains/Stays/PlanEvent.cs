namespace CapacityBoard.Stays;

/// <summary>A change to where a person is going, or to why they are not there yet.</summary>
public abstract record PlanEvent : StayEvent
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

public sealed record PathwaySet(string Stay, Pathway? Pathway) : PlanEvent;

public sealed record NeedsSet(string Stay, Needs Needs) : PlanEvent;

/// <param name="Assessment">The ID of the assessment that brought it; null if none did.</param>
/// <param name="Offer">The ID of the offer that brought it; null if none did.</param>
public sealed record DelayRecorded(
    string Stay, DelayReason Reason, DelayOwner Owner, DateOnly Since, bool IsPrimary, string? Note = null, string? Assessment = null, string? Offer = null) : PlanEvent;

public sealed record DelayEnded(string Stay, DelayReason Reason) : PlanEvent;

public sealed record DayMarked(string Stay, DateOnly Day, bool IsGreen, DelayReason? Reason = null, string? Note = null) : PlanEvent;

public sealed record ChoiceListGiven(string Stay, long Version, DateTimeOffset At) : PlanEvent;
