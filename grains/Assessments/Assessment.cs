using System.Text.Json.Serialization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Assessments;

/// <summary>An assessment that somebody asked for, with its own clock. A stay has each kind open at most once at a time.</summary>
/// <param name="Id">The ID of the operation that asked for it.</param>
/// <param name="Team">The team that was asked, if it was named.</param>
/// <param name="Asked">When it was asked for, and by whom.</param>
/// <param name="WantedBy">The day by which the ward needs it.</param>
/// <param name="NotDelaying">Why it does not delay the person; null if it may.</param>
/// <param name="PromisedFor">When the team last promised to come; null if it has not.</param>
/// <param name="Promised">When that was promised, and by whom.</param>
/// <param name="Ended">Null while it is open.</param>
[GenerateSerializer, Alias("board.assessment"), Immutable]
public sealed record Assessment(
    [Id(0)] string Id,
    [Id(1)] AssessmentKind Kind,
    [Id(2)] string? Team,
    [Id(3)] Stamp Asked,
    [Id(4)] DateOnly? WantedBy = null,
    [Id(5)] string? NotDelaying = null,
    [Id(6)] DateTimeOffset? PromisedFor = null,
    [Id(7)] Stamp? Promised = null,
    [Id(8)] Stamp? Started = null,
    [Id(9)] AssessmentEnd? Ended = null)
{
    [JsonIgnore]
    public bool IsOpen => Ended is null;

    /// <summary>True if the person is delayed by it once they are medically optimised.</summary>
    [JsonIgnore]
    public bool MayDelay => IsOpen && NotDelaying is null;

    /// <summary>Why somebody who waits for it is delayed.</summary>
    [JsonIgnore]
    public DelayReason Delay => Kind.Entry().Delay;

    /// <summary>What delays the person if they wait for it; null if it does not.</summary>
    internal DelayCause? Delaying => MayDelay ? new(Delay, Asked.At, Assessment: Id) : null;

    /// <summary>How long it took from asked to done or cancelled, or has taken so far; never below zero.</summary>
    public TimeSpan Waited(DateTimeOffset now)
    {
        var until = Ended?.At.At ?? now;
        return until > Asked.At ? until - Asked.At : TimeSpan.Zero;
    }

    /// <summary>True if it is open and the target has passed.</summary>
    public bool IsOverdue(TimeSpan target, DateTimeOffset now) => IsOpen && now - Asked.At > target;

    /// <summary>True if it is open and the team has let the time pass for which it was promised.</summary>
    public bool IsPromiseBroken(DateTimeOffset now) => IsOpen && Started is null && now > PromisedFor;
}

/// <summary>How an assessment ended: done, with its outcome, or cancelled, with the reason.</summary>
/// <param name="At">When, and who recorded it.</param>
/// <param name="Outcome">Null if it was cancelled.</param>
/// <param name="Reason">Why it was cancelled; null if it was done.</param>
/// <param name="Delay">Why the reason for delay continues; null if it ended too, or there was none.</param>
[GenerateSerializer, Alias("board.assessment-end"), Immutable]
public sealed record AssessmentEnd([Id(0)] Stamp At, [Id(1)] AssessmentOutcome? Outcome, [Id(2)] string? Reason = null, [Id(3)] DelayContinues? Delay = null);

/// <summary>Why a reason for delay continues after an assessment of its kind ended.</summary>
[GenerateSerializer, Alias("board.delay-continues")]
public enum DelayContinues
{
    /// <summary>Another open assessment has the same reason.</summary>
    AnotherIsOpen,

    /// <summary>Somebody recorded the reason themselves, so only people can say whether it has ended.</summary>
    RecordedByHand,
}
