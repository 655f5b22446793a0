using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Beds;

/// <summary>A change to a site's capacity.</summary>
public abstract record CapacityEvent : SiteEvent;

public sealed record VacanciesDeclared(ImmutableArray<LineDeclared> Lines) : CapacityEvent;

public sealed record LineDeclared(BedType Type, int Total, int Occupied, int Closed, string? ClosedBecause = null);

public sealed record UnchangedConfirmed : CapacityEvent;

public sealed record FiguresRequested : CapacityEvent;

public sealed record BedsClosed(BedType Type, int Beds, string Reason) : CapacityEvent;

public sealed record BedsReopened(BedType Type, int Beds) : CapacityEvent;

public sealed record VacancyExpected(string Id, BedType Type, DateTimeOffset At, string Reason) : CapacityEvent;

public sealed record ExpectedVacancyConfirmed(string Id, BedType Type) : CapacityEvent;

public sealed record ExpectedVacancyCancelled(string Id, string Reason) : CapacityEvent;

public sealed record PlacementsSuspended(string Reason, BedType? Type = null, DateTimeOffset? Until = null) : CapacityEvent;

public sealed record SuspensionLifted(BedType? Type = null) : CapacityEvent;
