using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>Keeps one vacant and admittable bed for one stay.</summary>
/// <param name="Stay">The hospital's own reference of the stay. At least one of <paramref name="Stay"/> and <paramref name="Note"/> is required.</param>
/// <param name="Until">At most 14 days ahead. Default: 24 hours from now.</param>
/// <param name="Arrival">When the person is due to arrive.</param>
/// <param name="From">The ward or unit where <paramref name="Stay"/> is recorded; it confirms that the person has left once they are admitted here.</param>
/// <param name="Needs">The person's needs, as far as this site has to know them.</param>
/// <param name="Telephone">The ward's or unit's number, for questions.</param>
/// <param name="Despite">Why the bed is held although something speaks against it, such as another hold for the person; nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.place-hold"), Immutable]
public sealed record PlaceHold(
    [Id(0)] BedType Type,
    [Id(1)] string? Stay = null,
    [Id(2)] string? Note = null,
    [Id(3)] DateTimeOffset? Until = null,
    [Id(4)] DateTimeOffset? Arrival = null,
    [Id(5)] SiteKey? From = null,
    [Id(6)] Needs? Needs = null,
    [Id(7)] string? Telephone = null,
    [Id(8)] string? Despite = null) : CapacityCommand;

/// <summary>Answers a hold: the person may come.</summary>
[GenerateSerializer, Alias("board.accept-hold"), Immutable]
public sealed record AcceptHold([Id(0)] string Hold) : CapacityCommand;

/// <summary>Answers a hold: the site assesses the person first.</summary>
/// <param name="At">Must be before the hold runs out. If that is too soon, extend the hold first.</param>
[GenerateSerializer, Alias("board.plan-assessment"), Immutable]
public sealed record PlanAssessment([Id(0)] string Hold, [Id(1)] DateTimeOffset At, [Id(2)] string? Note = null) : CapacityCommand;

/// <summary>Answers a hold: the person cannot come here. The hold ends.</summary>
[GenerateSerializer, Alias("board.decline-hold"), Immutable]
public sealed record DeclineHold([Id(0)] string Hold, [Id(1)] string Reason) : CapacityCommand;

[GenerateSerializer, Alias("board.extend-hold"), Immutable]
public sealed record ExtendHold([Id(0)] string Hold, [Id(1)] DateTimeOffset Until) : CapacityCommand;

[GenerateSerializer, Alias("board.release-hold"), Immutable]
public sealed record ReleaseHold([Id(0)] string Hold, [Id(1)] string Reason) : CapacityCommand;

/// <summary>Admits the person of a hold: the hold ends and one more bed is occupied.</summary>
[GenerateSerializer, Alias("board.admit-on-hold"), Immutable]
public sealed record AdmitOnHold([Id(0)] string Hold) : CapacityCommand;

/// <summary>Undoes an arrival that was recorded by mistake, within an hour: the bed is held again.</summary>
[GenerateSerializer, Alias("board.undo-arrival"), Immutable]
public sealed record UndoArrival([Id(0)] string Hold) : CapacityCommand;

/// <summary>Takes back an arrival because the person has not left their hospital or unit: the bed is held again.</summary>
/// <param name="StillAt">The ward or unit where the person is: that for which the bed was held, or another ward of its hospital.</param>
[GenerateSerializer, Alias("board.deny-arrival"), Immutable]
public sealed record DenyArrival([Id(0)] string Hold, [Id(1)] SiteKey StillAt) : CapacityCommand;
