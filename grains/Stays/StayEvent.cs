using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>What was decided about one person's stay.</summary>
public abstract record StayEvent : SiteEvent;

public sealed record StayAdmitted(Stay Stay, string? Hold = null) : StayEvent;

public sealed record BedChanged(string Stay, string Bed) : StayEvent;

public sealed record ExpectedDischargeSet(string Stay, DateOnly? Date, string? Reason = null) : StayEvent;

public sealed record MedicallyOptimisedDeclared(string Stay, DateTimeOffset At) : StayEvent;

public sealed record MedicallyOptimisedWithdrawn(string Stay, string Reason) : StayEvent;

public sealed record StayDischarged(string Stay, BedType Type, Destination Destination, DateTimeOffset At, SiteKey? To = null) : StayEvent;

/// <param name="With">The person of the other ward with whom they swap beds; null where they swap with nobody.</param>
/// <param name="BedGivenUp">The type of the bed that the other person has already; null where they keep theirs until they have gone.</param>
public sealed record TransferBegun(string Stay, SiteKey To, string Bed, string Transfer, string? With = null, BedType? BedGivenUp = null) : StayEvent;

public sealed record TransferAccepted(Stay Stay, SiteKey From, string? Hold = null) : StayEvent;

/// <param name="BedGivenUp">The bed was another person's already, so it becomes nobody's.</param>
public sealed record TransferCompleted(string Stay, BedType Type, SiteKey To, bool BedGivenUp = false) : StayEvent;

public sealed record TransferAbandoned(string Stay, string Reason) : StayEvent;

public sealed record AdmissionCancelled(string Stay, BedType Type, string Reason) : StayEvent;

/// <param name="Stay">The stay as it goes on.</param>
public sealed record DischargeCancelled(Stay Stay, string Reason) : StayEvent;

/// <param name="Since">The beginning of the period that never was.</param>
public sealed record MedicallyOptimisedCancelled(string Stay, DateTimeOffset Since, string Reason) : StayEvent;

/// <summary>The values as they are right.</summary>
public sealed record StayCorrected(string Stay, AgeBand Age, DateTimeOffset AdmittedAt, string Reason, string? HomeLocality = null) : StayEvent;
