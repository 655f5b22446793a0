using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A command of the grand round about one person's stay.</summary>
[GenerateSerializer, Alias("board.review-command"), Immutable]
public abstract record ReviewCommand : StayCommand
{
    /// <summary>The reference of the person's stay.</summary>
    public abstract string Stay { get; init; }
}

/// <summary>Records what the round found and agreed for a stay.</summary>
/// <param name="Seen">
/// The ID of the last review that the sender has seen; null if they saw none. If there is a newer review, the command is
/// refused as <c>changed-meanwhile</c>, so that nobody adds a review without having read the one before it.
/// </param>
[GenerateSerializer, Alias("board.review-stay"), Immutable]
public sealed record ReviewStay(
    [Id(0)] string Stay, [Id(1)] ReviewOutcome Outcome, [Id(2)] string? Note = null, [Id(3)] ImmutableArray<NewAction> Actions = default, [Id(4)] string? Seen = null) : ReviewCommand
{
    /// <summary>Called by the JSON reader, which then sets the other properties. <see cref="Needs"/> says why.</summary>
    [JsonConstructor]
    private ReviewStay(string stay, ReviewOutcome outcome)
        : this(stay, outcome, Note: null)
    {
    }

    [Id(0)]
    public ImmutableArray<NewAction> Actions { get; init; } = Actions.IsDefault ? [] : Actions;
}

/// <param name="Due">Today or later, at most a year ahead.</param>
[GenerateSerializer, Alias("board.new-action"), Immutable]
public sealed record NewAction([Id(0)] string What, [Id(1)] string Owner, [Id(2)] DateOnly Due);

/// <summary>Agrees an action between two rounds.</summary>
[GenerateSerializer, Alias("board.agree-action"), Immutable]
public sealed record AgreeAction([Id(0)] string Stay, [Id(1)] string What, [Id(2)] string Owner, [Id(3)] DateOnly Due) : ReviewCommand;

/// <summary>Marks an action as done.</summary>
[GenerateSerializer, Alias("board.complete-action"), Immutable]
public sealed record CompleteAction([Id(0)] string Stay, [Id(1)] string Action, [Id(2)] string? Note = null) : ReviewCommand;

/// <summary>Gives an action another owner or another due date.</summary>
[GenerateSerializer, Alias("board.change-action"), Immutable]
public sealed record ChangeAction([Id(0)] string Stay, [Id(1)] string Action, [Id(2)] string Owner, [Id(3)] DateOnly Due) : ReviewCommand;

/// <summary>Drops an action that is no longer needed.</summary>
[GenerateSerializer, Alias("board.drop-action"), Immutable]
public sealed record DropAction([Id(0)] string Stay, [Id(1)] string Action, [Id(2)] string Reason) : ReviewCommand;
