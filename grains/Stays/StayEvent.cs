using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>What was decided about one person's stay.</summary>
public abstract record StayEvent : SiteEvent;

public sealed record StayAdmitted(Stay Stay, string? Hold = null) : StayEvent;

public sealed record BedChanged(string Stay, string Bed) : StayEvent;

public sealed record ExpectedDischargeSet(string Stay, DateOnly? Date) : StayEvent;

public sealed record MedicallyOptimisedDeclared(string Stay, DateTimeOffset At) : StayEvent;

public sealed record MedicallyOptimisedWithdrawn(string Stay, string Reason) : StayEvent;

public sealed record StayDischarged(string Stay, BedType Type, Destination Destination, DateTimeOffset At) : StayEvent;

public sealed record TransferBegun(string Stay, SiteKey To, string Bed, string Transfer) : StayEvent;

public sealed record TransferAccepted(Stay Stay, SiteKey From, string? Hold = null) : StayEvent;

public sealed record TransferCompleted(string Stay, BedType Type, SiteKey To) : StayEvent;

public sealed record TransferAbandoned(string Stay, string Reason) : StayEvent;
