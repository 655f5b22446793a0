using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <param name="Accepted">When the place said yes to an enquiry about the person, and who did, so that it need not accept the hold; null if it did not.</param>
public sealed record HoldPlaced(
    string Id,
    BedType Type,
    DateTimeOffset Until,
    string? Stay = null,
    string? Note = null,
    DateTimeOffset? Arrival = null,
    SiteKey? From = null,
    Needs? Needs = null,
    string? Telephone = null,
    Stamp? Accepted = null,
    string? Despite = null) : CapacityEvent;

public sealed record HoldExtended(string Id, DateTimeOffset Until) : CapacityEvent;

public sealed record HoldAccepted(string Id) : CapacityEvent;

public sealed record AssessmentPlanned(string Id, DateTimeOffset At, string? Note = null) : CapacityEvent;

public sealed record HoldDeclined(string Id, string Reason) : CapacityEvent;

public sealed record HoldReleased(string Id, string Reason) : CapacityEvent;

public sealed record HoldBecameAdmission(string Id, BedType Type, string? Stay = null) : CapacityEvent;

/// <param name="StillAt">The ward or unit that says the person is still there; null if the place itself says that they have not arrived.</param>
public sealed record ArrivalUndone(string Id, BedType Type, string? Stay = null, SiteKey? StillAt = null) : CapacityEvent;
