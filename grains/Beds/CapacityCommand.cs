using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Beds;

/// <summary>A command about a site's bed lines, holds, expected vacancies and suspensions.</summary>
[GenerateSerializer, Immutable]
public abstract record CapacityCommand : SiteCommand;

/// <summary>Says how many beds of each named type there are, are occupied and are closed. Types not named stay as they are.</summary>
[GenerateSerializer, Immutable]
public sealed record DeclareVacancies(ImmutableArray<DeclaredLine> Lines) : CapacityCommand;

/// <param name="Total">0 takes the bed type off the board.</param>
/// <param name="ClosedBecause">Needed where <paramref name="Closed"/> is over 0 and no reason is known yet.</param>
/// <param name="Seen">The numbers that the sender was looking at; where given and no longer so, the command is refused as <c>changed-meanwhile</c>.</param>
[GenerateSerializer, Immutable]
public sealed record DeclaredLine(
    BedType Type, int Total, int Occupied, int Closed = 0, string? ClosedBecause = null, LineSeen? Seen = null);

[GenerateSerializer, Immutable]
public sealed record LineSeen(int Total, int Occupied, int Closed);

/// <summary>Nothing has changed: the figures are right as of now.</summary>
[GenerateSerializer, Immutable]
public sealed record ConfirmUnchanged : CapacityCommand;

/// <summary>Takes vacant beds out of use.</summary>
[GenerateSerializer, Immutable]
public sealed record CloseBeds(BedType Type, int Beds, string Reason) : CapacityCommand;

/// <summary>Puts closed beds back into use.</summary>
[GenerateSerializer, Immutable]
public sealed record ReopenBeds(BedType Type, int Beds) : CapacityCommand;

/// <summary>Says that a bed is expected to be free at a time.</summary>
[GenerateSerializer, Immutable]
public sealed record ExpectVacancy(BedType Type, DateTimeOffset At, string Reason) : CapacityCommand;

/// <summary>The expected bed is free now: one fewer is occupied.</summary>
[GenerateSerializer, Immutable]
public sealed record ConfirmExpectedVacancy(string ExpectedVacancy) : CapacityCommand;

[GenerateSerializer, Immutable]
public sealed record CancelExpectedVacancy(string ExpectedVacancy, string Reason) : CapacityCommand;

/// <summary>Stops placements at the whole site, or of one bed type. A second one of the same scope replaces the first.</summary>
[GenerateSerializer, Immutable]
public sealed record SuspendPlacements(string Reason, BedType? Type = null, DateTimeOffset? Until = null) : CapacityCommand;

/// <param name="Type">The scope of the suspension to lift: a bed type, or null for that of the whole site.</param>
[GenerateSerializer, Immutable]
public sealed record LiftSuspension(BedType? Type = null) : CapacityCommand;

/// <summary>Keeps one vacant and admittable bed for one stay.</summary>
/// <param name="Stay">The hospital's own reference of the stay. One of <paramref name="Stay"/> and <paramref name="Note"/> is needed.</param>
/// <param name="Until">At most 14 days ahead; 24 hours from now where not given.</param>
/// <param name="Arrival">When the person is to arrive.</param>
/// <param name="From">The ward or unit where <paramref name="Stay"/> is recorded; the stay ends there when the person is admitted here.</param>
/// <param name="Needs">What the person needs, as far as this place has to know.</param>
/// <param name="Telephone">Of the ward or unit, for questions.</param>
[GenerateSerializer, Immutable]
public sealed record PlaceHold(
    BedType Type,
    string? Stay = null,
    string? Note = null,
    DateTimeOffset? Until = null,
    DateTimeOffset? Arrival = null,
    SiteKey? From = null,
    Needs? Needs = null,
    string? Telephone = null) : CapacityCommand;

/// <summary>The person may come.</summary>
[GenerateSerializer, Immutable]
public sealed record AcceptHold(string Hold) : CapacityCommand;

/// <summary>The site assesses the person first.</summary>
/// <param name="At">Before the hold runs out; extend it where that is too soon.</param>
[GenerateSerializer, Immutable]
public sealed record PlanAssessment(string Hold, DateTimeOffset At, string? Note = null) : CapacityCommand;

/// <summary>The person cannot come here: the bed is let go.</summary>
[GenerateSerializer, Immutable]
public sealed record DeclineHold(string Hold, string Reason) : CapacityCommand;

[GenerateSerializer, Immutable]
public sealed record ExtendHold(string Hold, DateTimeOffset Until) : CapacityCommand;

[GenerateSerializer, Immutable]
public sealed record ReleaseHold(string Hold, string Reason) : CapacityCommand;

/// <summary>The person of a hold has come: the hold ends and one more bed is occupied.</summary>
[GenerateSerializer, Immutable]
public sealed record AdmitOnHold(string Hold) : CapacityCommand;
