namespace CapacityBoard.Stays;

/// <summary>A command about where a person is to go and why they are not there yet.</summary>
[GenerateSerializer, Alias("board.plan-command"), Immutable]
public abstract record PlanCommand : StayCommand
{
    /// <summary>The reference of the stay that it is about.</summary>
    public abstract string Stay { get; init; }
}

/// <param name="Pathway">Null where it is not known any more.</param>
[GenerateSerializer, Alias("board.set-pathway"), Immutable]
public sealed record SetPathway([Id(0)] string Stay, [Id(1)] Pathway? Pathway) : PlanCommand;

[GenerateSerializer, Alias("board.set-needs"), Immutable]
public sealed record SetNeeds([Id(0)] string Stay, [Id(1)] Needs Needs) : PlanCommand;

/// <summary>Records a reason why the person waits, or says one anew that is recorded.</summary>
/// <param name="Owner">Who has to end it; the reason's usual owner where not given.</param>
/// <param name="Since">A day of the stay, today at the latest; where not given, the day recorded before, or today.</param>
/// <param name="Primary">True to make it the one that counts. The first is so in any case, and it stays so until another is.</param>
[GenerateSerializer, Alias("board.record-delay"), Immutable]
public sealed record RecordDelay(
    [Id(0)] string Stay, [Id(1)] DelayReason Reason, [Id(2)] DelayOwner? Owner = null, [Id(3)] DateOnly? Since = null, [Id(4)] string? Note = null, [Id(5)] bool Primary = false) : PlanCommand;

/// <summary>The reason holds no longer. Where it was the primary one, the one that has lasted longest is so from now on.</summary>
[GenerateSerializer, Alias("board.end-delay"), Immutable]
public sealed record EndDelay([Id(0)] string Stay, [Id(1)] DelayReason Reason) : PlanCommand;

/// <summary>Says whether a day was a green one or a red one.</summary>
/// <param name="Day">Of the stay, today or one of the seven days before.</param>
/// <param name="Reason">Needed for a red day, null for a green one.</param>
[GenerateSerializer, Alias("board.mark-day"), Immutable]
public sealed record MarkDay([Id(0)] string Stay, [Id(1)] DateOnly Day, [Id(2)] bool IsGreen, [Id(3)] DelayReason? Reason = null, [Id(4)] string? Note = null) : PlanCommand;

/// <summary>The choice list made from a version of the board, as of an instant, was given to the person or family.</summary>
[GenerateSerializer, Alias("board.give-choice-list"), Immutable]
public sealed record GiveChoiceList([Id(0)] string Stay, [Id(1)] long Version, [Id(2)] DateTimeOffset At) : PlanCommand;
