using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A command of the grand round about one person's stay.</summary>
[GenerateSerializer, Immutable]
public abstract record ReviewCommand : StayCommand
{
    /// <summary>The reference of the stay that it is about.</summary>
    public abstract string Stay { get; init; }
}

/// <summary>Records what the round found, and what it agreed.</summary>
/// <param name="Seen">
/// The id of the last review that the sender has seen; null where they saw none. Where there is a newer one the command is
/// refused as <c>changed-meanwhile</c>, so that nobody reviews past another.
/// </param>
[GenerateSerializer, Immutable]
public sealed record ReviewStay(
    string Stay, ReviewOutcome Outcome, string? Note = null, ImmutableArray<NewAction> Actions = default, string? Seen = null) : ReviewCommand
{
    /// <summary>What JSON begins with; the rest is set on it. See <see cref="Needs"/>.</summary>
    [JsonConstructor]
    private ReviewStay(string stay, ReviewOutcome outcome)
        : this(stay, outcome, Note: null)
    {
    }

    [Id(0)]
    public ImmutableArray<NewAction> Actions { get; init; } = Actions.IsDefault ? [] : Actions;
}

/// <param name="Due">Today or later, at most a year ahead.</param>
[GenerateSerializer, Immutable]
public sealed record NewAction(string What, string Owner, DateOnly Due);

/// <summary>Agrees on an action between two rounds.</summary>
[GenerateSerializer, Immutable]
public sealed record AgreeAction(string Stay, string What, string Owner, DateOnly Due) : ReviewCommand;

/// <summary>The action is done.</summary>
[GenerateSerializer, Immutable]
public sealed record CompleteAction(string Stay, string Action, string? Note = null) : ReviewCommand;

/// <summary>Gives an action to another owner, or another day.</summary>
[GenerateSerializer, Immutable]
public sealed record ChangeAction(string Stay, string Action, string Owner, DateOnly Due) : ReviewCommand;

/// <summary>The action is needed no more.</summary>
[GenerateSerializer, Immutable]
public sealed record DropAction(string Stay, string Action, string Reason) : ReviewCommand;
