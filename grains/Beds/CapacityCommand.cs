using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Beds;

/// <summary>A command about a site's bed lines, holds, expected vacancies and suspensions.</summary>
[GenerateSerializer, Alias("board.capacity-command"), Immutable]
public abstract record CapacityCommand : SiteCommand;

/// <summary>Declares the total, occupied and closed beds of each listed type. Types that are not listed stay as they are.</summary>
[GenerateSerializer, Alias("board.declare-vacancies"), Immutable]
public sealed record DeclareVacancies([Id(0)] ImmutableArray<DeclaredLine> Lines) : CapacityCommand;

/// <param name="Total">0 takes the bed type off the board.</param>
/// <param name="ClosedBecause">Required if <paramref name="Closed"/> is over 0 and no reason is recorded yet.</param>
/// <param name="Seen">The numbers that the sender was looking at. If given and no longer current, the command is refused as <c>changed-meanwhile</c>.</param>
[GenerateSerializer, Alias("board.declared-line"), Immutable]
public sealed record DeclaredLine(
    [Id(0)] BedType Type, [Id(1)] int Total, [Id(2)] int Occupied, [Id(3)] int Closed = 0, [Id(4)] string? ClosedBecause = null, [Id(5)] LineSeen? Seen = null);

[GenerateSerializer, Alias("board.line-seen"), Immutable]
public sealed record LineSeen([Id(0)] int Total, [Id(1)] int Occupied, [Id(2)] int Closed);

/// <summary>Confirms that the figures have not changed.</summary>
[GenerateSerializer, Alias("board.confirm-unchanged"), Immutable]
public sealed record ConfirmUnchanged : CapacityCommand;

/// <summary>Asks the site for an update of its figures. Within 30 minutes of an unanswered request nothing is recorded: that request stands.</summary>
[GenerateSerializer, Alias("board.request-figures"), Immutable]
public sealed record RequestFigures : CapacityCommand;

/// <summary>Takes vacant beds out of use.</summary>
[GenerateSerializer, Alias("board.close-beds"), Immutable]
public sealed record CloseBeds([Id(0)] BedType Type, [Id(1)] int Beds, [Id(2)] string Reason) : CapacityCommand;

/// <summary>Puts closed beds back into use.</summary>
[GenerateSerializer, Alias("board.reopen-beds"), Immutable]
public sealed record ReopenBeds([Id(0)] BedType Type, [Id(1)] int Beds) : CapacityCommand;

/// <summary>Adds a vacancy that is expected at a time.</summary>
[GenerateSerializer, Alias("board.expect-vacancy"), Immutable]
public sealed record ExpectVacancy([Id(0)] BedType Type, [Id(1)] DateTimeOffset At, [Id(2)] string Reason) : CapacityCommand;

/// <summary>Confirms that an expected bed is free now: one fewer is occupied.</summary>
[GenerateSerializer, Alias("board.confirm-expected-vacancy"), Immutable]
public sealed record ConfirmExpectedVacancy([Id(0)] string ExpectedVacancy) : CapacityCommand;

[GenerateSerializer, Alias("board.cancel-expected-vacancy"), Immutable]
public sealed record CancelExpectedVacancy([Id(0)] string ExpectedVacancy, [Id(1)] string Reason) : CapacityCommand;

/// <summary>Suspends placements at the whole site or of one bed type. It replaces an earlier suspension of the same scope.</summary>
[GenerateSerializer, Alias("board.suspend-placements"), Immutable]
public sealed record SuspendPlacements([Id(0)] string Reason, [Id(1)] BedType? Type = null, [Id(2)] DateTimeOffset? Until = null) : CapacityCommand;

/// <param name="Type">Which suspension to lift: that of a bed type, or null for that of the whole site.</param>
[GenerateSerializer, Alias("board.lift-suspension"), Immutable]
public sealed record LiftSuspension([Id(0)] BedType? Type = null) : CapacityCommand;
