using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A command about one person's stay, at a ward or an intermediate care unit.</summary>
[GenerateSerializer, Immutable]
public abstract record StayCommand : SiteCommand;

/// <summary>Puts a person in a vacant bed, or in the bed that a hold kept.</summary>
/// <param name="Stay">The hospital's own reference.</param>
/// <param name="Bed">The bed's label.</param>
/// <param name="Type">Needed at an intermediate care unit; a ward's beds are all inpatient beds.</param>
/// <param name="AdmittedAt">Admission to the hospital; now where not given.</param>
/// <param name="HomeLocality">Where the person lives, as in the board's addresses: <c>stockport</c>.</param>
/// <param name="Hold">The hold that this admission uses; where not given, the one that keeps a bed for this stay, if any.</param>
[GenerateSerializer, Immutable]
public sealed record AdmitStay(
    string Stay,
    string Bed,
    BedType? Type = null,
    AgeBand Age = AgeBand.NotKnown,
    DateTimeOffset? AdmittedAt = null,
    string? HomeLocality = null,
    DateOnly? ExpectedDischarge = null,
    string? Hold = null) : StayCommand;

/// <summary>Moves a person to another bed of the same ward or unit.</summary>
[GenerateSerializer, Immutable]
public sealed record ChangeBed(string Stay, string Bed) : StayCommand;

/// <summary>Sets the expected date of discharge, or takes it back.</summary>
/// <param name="Date">At most a year ahead; null for none.</param>
/// <param name="Reason">Why it changes; needed for a day that has passed already, and then at most a month ago.</param>
[GenerateSerializer, Immutable]
public sealed record SetExpectedDischarge(string Stay, DateOnly? Date, string? Reason = null) : StayCommand;

/// <param name="At">The discharge ready date's instant; now where not given.</param>
[GenerateSerializer, Immutable]
public sealed record DeclareMedicallyOptimised(string Stay, DateTimeOffset? At = null) : StayCommand;

/// <summary>The person is not fit to leave after all. The time until now still counts as it was.</summary>
[GenerateSerializer, Immutable]
public sealed record WithdrawMedicallyOptimised(string Stay, string Reason) : StayCommand;

/// <param name="At">When the person left; now where not given.</param>
/// <param name="To">The site that the person goes to, where it is on a board.</param>
[GenerateSerializer, Immutable]
public sealed record DischargeStay(string Stay, Destination Destination, DateTimeOffset? At = null, SiteKey? To = null) : StayCommand;

/// <summary>The stay was never one: another person's, or none's. Its bed is free again and it counts nowhere.</summary>
[GenerateSerializer, Immutable]
public sealed record CancelAdmission(string Stay, string Reason) : StayCommand;

/// <summary>The person never left. Possible for a week, and while there is a bed.</summary>
/// <param name="Bed">Where the bed that they were in is taken: another.</param>
[GenerateSerializer, Immutable]
public sealed record CancelDischarge(string Stay, string Reason, string? Bed = null) : StayCommand;

/// <summary>The person was never medically optimised: the present period counts nowhere.</summary>
[GenerateSerializer, Immutable]
public sealed record CancelMedicallyOptimised(string Stay, string Reason) : StayCommand;

/// <summary>Puts right what was recorded of a person; what is null stays as it is.</summary>
/// <param name="AdmittedAt">Not after what has happened since: the arrival here, the discharge ready date.</param>
[GenerateSerializer, Immutable]
public sealed record CorrectStay(
    string Stay, string Reason, AgeBand? Age = null, DateTimeOffset? AdmittedAt = null, string? HomeLocality = null) : StayCommand;

/// <summary>First step of a transfer, at the ward that the person leaves.</summary>
[GenerateSerializer, Immutable]
public sealed record BeginTransfer(string Stay, SiteKey To, string Bed) : StayCommand;

/// <summary>Second step, at the ward that the person comes to.</summary>
[GenerateSerializer, Immutable]
public sealed record AcceptTransfer(Stay Stay, SiteKey From) : StayCommand;

/// <summary>Third step, at the ward that the person left: the other has them.</summary>
[GenerateSerializer, Immutable]
public sealed record CompleteTransfer(string Stay, string Transfer) : StayCommand;

/// <summary>Third step where the other ward refused: the person stays.</summary>
[GenerateSerializer, Immutable]
public sealed record AbandonTransfer(string Stay, string Transfer, string Reason) : StayCommand;
