namespace CapacityBoard.Stays;

/// <summary>A command about where a person is going and why they are not there yet.</summary>
[GenerateSerializer, Alias("board.plan-command"), Immutable]
public abstract record PlanCommand : StayCommand
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

/// <param name="Pathway">Null if it is no longer known.</param>
[GenerateSerializer, Alias("board.set-pathway"), Immutable]
public sealed record SetPathway([Id(0)] string Stay, [Id(1)] Pathway? Pathway) : PlanCommand;

[GenerateSerializer, Alias("board.set-needs"), Immutable]
public sealed record SetNeeds([Id(0)] string Stay, [Id(1)] Needs Needs) : PlanCommand;

/// <summary>Records a reason for delay, or updates the one already recorded.</summary>
/// <param name="Owner">Who has to end it. Default: the reason's usual owner.</param>
/// <param name="Since">A day of the stay, today at the latest. Default: the day recorded before, or today.</param>
/// <param name="Primary">True to make it the main reason. The first reason always is, and stays so until another is made the main one.</param>
[GenerateSerializer, Alias("board.record-delay"), Immutable]
public sealed record RecordDelay(
    [Id(0)] string Stay, [Id(1)] DelayReason Reason, [Id(2)] DelayOwner? Owner = null, [Id(3)] DateOnly? Since = null, [Id(4)] string? Note = null, [Id(5)] bool Primary = false) : PlanCommand;

/// <summary>Ends a reason for delay. If it was the main one, the reason that has lasted longest takes its place.</summary>
[GenerateSerializer, Alias("board.end-delay"), Immutable]
public sealed record EndDelay([Id(0)] string Stay, [Id(1)] DelayReason Reason) : PlanCommand;

/// <summary>Marks a day as green or red.</summary>
/// <param name="Day">A day of the stay: today or one of the seven days before.</param>
/// <param name="Reason">Required for a red day, null for a green one.</param>
[GenerateSerializer, Alias("board.mark-day"), Immutable]
public sealed record MarkDay([Id(0)] string Stay, [Id(1)] DateOnly Day, [Id(2)] bool IsGreen, [Id(3)] DelayReason? Reason = null, [Id(4)] string? Note = null) : PlanCommand;

/// <summary>Records that the person or family was given the choice list made from a version of the board, as at an instant.</summary>
[GenerateSerializer, Alias("board.give-choice-list"), Immutable]
public sealed record GiveChoiceList([Id(0)] string Stay, [Id(1)] long Version, [Id(2)] DateTimeOffset At) : PlanCommand;
