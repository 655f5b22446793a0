using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A command about where a person is to go and why they are not there yet.</summary>
[GenerateSerializer, Immutable]
public abstract record PlanCommand : StayCommand
{
    /// <summary>The reference of the stay that it is about.</summary>
    public abstract string Stay { get; init; }
}

/// <param name="Pathway">Null where it is not known any more.</param>
[GenerateSerializer, Immutable]
public sealed record SetPathway(string Stay, Pathway? Pathway) : PlanCommand;

[GenerateSerializer, Immutable]
public sealed record SetNeeds(string Stay, Needs Needs) : PlanCommand;

/// <summary>Records a reason why the person waits, or says one anew that is recorded.</summary>
/// <param name="Owner">Who has to end it; the reason's usual owner where not given.</param>
/// <param name="Since">A day of the stay, today at the latest; where not given, the day recorded before, or today.</param>
/// <param name="Primary">True to make it the one that counts. The first is so in any case, and it stays so until another is.</param>
[GenerateSerializer, Immutable]
public sealed record RecordDelay(
    string Stay, DelayReason Reason, DelayOwner? Owner = null, DateOnly? Since = null, string? Note = null, bool Primary = false) : PlanCommand;

/// <summary>The reason holds no longer. Where it was the primary one, the one that has lasted longest is so from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record EndDelay(string Stay, DelayReason Reason) : PlanCommand;

/// <summary>Says whether a day was a green one or a red one.</summary>
/// <param name="Day">Of the stay, today or one of the seven days before.</param>
/// <param name="Reason">Needed for a red day, null for a green one.</param>
[GenerateSerializer, Immutable]
public sealed record MarkDay(string Stay, DateOnly Day, bool IsGreen, DelayReason? Reason = null, string? Note = null) : PlanCommand;

/// <summary>The choice list made from a version of the board, as of an instant, was given to the person or family.</summary>
[GenerateSerializer, Immutable]
public sealed record GiveChoiceList(string Stay, long Version, DateTimeOffset At) : PlanCommand;
