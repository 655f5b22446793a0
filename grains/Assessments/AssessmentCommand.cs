using CapacityBoard.Stays;

namespace CapacityBoard.Assessments;

/// <summary>A command about an assessment that a person waits for.</summary>
[GenerateSerializer, Alias("board.assessment-command"), Immutable]
public abstract record AssessmentCommand : StayCommand
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

/// <summary>Asks for an assessment. Its ID is the operation's. If the person is medically optimised, its reason for delay is recorded too.</summary>
/// <param name="Team">The team that is asked, as people call it; never a person's name. Null if the kind says it.</param>
/// <param name="WantedBy">Today or later, at most a year ahead.</param>
/// <param name="NotDelaying">Why it does not delay the person, if it does not: no reason for delay is then recorded for it.</param>
[GenerateSerializer, Alias("board.request-assessment"), Immutable]
public sealed record RequestAssessment(
    [Id(0)] string Stay, [Id(1)] AssessmentKind Kind, [Id(2)] string? Team = null, [Id(3)] DateOnly? WantedBy = null, [Id(4)] string? NotDelaying = null) : AssessmentCommand;

/// <summary>Promises when the team will come. A later promise replaces it.</summary>
/// <param name="For">In the future, at most a year ahead.</param>
[GenerateSerializer, Alias("board.promise-assessment"), Immutable]
public sealed record PromiseAssessment([Id(0)] string Stay, [Id(1)] string Assessment, [Id(2)] DateTimeOffset For) : AssessmentCommand;

/// <param name="At">After it was asked for. Default: now.</param>
[GenerateSerializer, Alias("board.start-assessment"), Immutable]
public sealed record StartAssessment([Id(0)] string Stay, [Id(1)] string Assessment, [Id(2)] DateTimeOffset? At = null) : AssessmentCommand;

/// <summary>Records that an assessment was done. The reason for delay that it brought ends too, unless something else keeps it.</summary>
/// <param name="At">After it was asked for and started. Default: now.</param>
[GenerateSerializer, Alias("board.complete-assessment"), Immutable]
public sealed record CompleteAssessment([Id(0)] string Stay, [Id(1)] string Assessment, [Id(2)] AssessmentOutcome Outcome, [Id(3)] DateTimeOffset? At = null) : AssessmentCommand;

/// <summary>Cancels an assessment that is no longer wanted. The reason for delay that it brought ends too, unless something else keeps it.</summary>
[GenerateSerializer, Alias("board.cancel-assessment"), Immutable]
public sealed record CancelAssessment([Id(0)] string Stay, [Id(1)] string Assessment, [Id(2)] string Reason) : AssessmentCommand;
