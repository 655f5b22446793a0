using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A change to one person's stay.</summary>
public abstract record StayEvent : SiteEvent;

/// <param name="ExtraBed">True if a bed is added for them, since none was left.</param>
public sealed record StayAdmitted(Stay Stay, string? Hold = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ExtraBed = false) : StayEvent;

public sealed record BedChanged(string Stay, string Bed) : StayEvent;

public sealed record ExpectedDischargeSet(string Stay, DateOnly? Date, string? Reason = null) : StayEvent;

public sealed record MedicallyOptimisedDeclared(string Stay, DateTimeOffset At) : StayEvent;

public sealed record MedicallyOptimisedWithdrawn(string Stay, string Reason) : StayEvent;

public sealed record StayDischarged(string Stay, BedType Type, Destination Destination, DateTimeOffset At, SiteKey? To = null) : StayEvent;

/// <param name="With">The person of the other ward whose bed is swapped with theirs; null if this is not a swap.</param>
/// <param name="Since">Since when they are there already, as <see cref="BeginTransfer"/> says it.</param>
/// <param name="BedGivenUp">The type of their bed if the other person already has it; null if they keep it until they have left.</param>
public sealed record TransferBegun(string Stay, SiteKey To, string Bed, string Transfer, string? With = null, BedType? BedGivenUp = null, DateTimeOffset? Since = null) : StayEvent;

/// <param name="ExtraBed">True if a bed is added for them, since none was left.</param>
public sealed record TransferAccepted(Stay Stay, SiteKey From, string? Hold = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ExtraBed = false) : StayEvent;

/// <param name="BedGivenUp">True if another person already has the bed, so that it does not become vacant.</param>
public sealed record TransferCompleted(string Stay, BedType Type, SiteKey To, bool BedGivenUp = false) : StayEvent;

public sealed record TransferAbandoned(string Stay, string Reason) : StayEvent;

public sealed record AdmissionCancelled(string Stay, BedType Type, string Reason) : StayEvent;

/// <param name="Stay">The stay as it continues.</param>
/// <param name="ExtraBed">True if a bed is added for them, since none was left.</param>
public sealed record DischargeCancelled(Stay Stay, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ExtraBed = false) : StayEvent;

/// <param name="Since">When the cancelled period began.</param>
public sealed record MedicallyOptimisedCancelled(string Stay, DateTimeOffset Since, string Reason) : StayEvent;

/// <summary>The values after the correction.</summary>
public sealed record StayCorrected(string Stay, AgeBand Age, DateTimeOffset AdmittedAt, string Reason, string? HomeLocality = null) : StayEvent;
