using CapacityBoard.Stays;

namespace CapacityBoard.Assessments;

/// <summary>Something that happened to an assessment of a stay.</summary>
public abstract record AssessmentEvent : StayEvent
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }

    public abstract string Id { get; init; }
}

public sealed record AssessmentRequested(
    string Stay, string Id, AssessmentKind Kind, string? Team = null, DateOnly? WantedBy = null, string? NotDelaying = null) : AssessmentEvent;

public sealed record AssessmentPromised(string Stay, string Id, DateTimeOffset For) : AssessmentEvent;

public sealed record AssessmentStarted(string Stay, string Id, DateTimeOffset At) : AssessmentEvent;

/// <param name="Delay">Why the reason for delay continues; null if it ends with the assessment, or there is none.</param>
public sealed record AssessmentCompleted(string Stay, string Id, AssessmentOutcome Outcome, DateTimeOffset At, DelayContinues? Delay = null) : AssessmentEvent;

/// <inheritdoc cref="AssessmentCompleted"/>
public sealed record AssessmentCancelled(string Stay, string Id, string Reason, DelayContinues? Delay = null) : AssessmentEvent;
