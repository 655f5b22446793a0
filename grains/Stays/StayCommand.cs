using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A command about one person's stay, at a ward or an intermediate care unit.</summary>
[GenerateSerializer, Alias("board.stay-command"), Immutable]
public abstract record StayCommand : SiteCommand;

/// <summary>Puts a person in a vacant bed, or in the bed that a hold kept.</summary>
/// <param name="Stay">The hospital's own reference.</param>
/// <param name="Bed">The bed's label.</param>
/// <param name="Type">Needed at an intermediate care unit; a ward's beds are all inpatient beds.</param>
/// <param name="AdmittedAt">Admission to the hospital; now where not given.</param>
/// <param name="HomeLocality">Where the person lives, as in the board's addresses: <c>stockport</c>.</param>
/// <param name="Hold">The hold that this admission uses; where not given, the one that keeps a bed for this stay, if any.</param>
[GenerateSerializer, Alias("board.admit-stay"), Immutable]
public sealed record AdmitStay(
    [Id(0)] string Stay,
    [Id(1)] string Bed,
    [Id(2)] BedType? Type = null,
    [Id(3)] AgeBand Age = AgeBand.NotKnown,
    [Id(4)] DateTimeOffset? AdmittedAt = null,
    [Id(5)] string? HomeLocality = null,
    [Id(6)] DateOnly? ExpectedDischarge = null,
    [Id(7)] string? Hold = null) : StayCommand;

/// <summary>Moves a person to another bed of the same ward or unit.</summary>
[GenerateSerializer, Alias("board.change-bed"), Immutable]
public sealed record ChangeBed([Id(0)] string Stay, [Id(1)] string Bed) : StayCommand;

/// <summary>Two people of this ward or unit take each other's beds.</summary>
[GenerateSerializer, Alias("board.swap-beds"), Immutable]
public sealed record SwapBeds([Id(0)] string Stay, [Id(1)] string With) : StayCommand;

/// <summary>Sets the expected date of discharge, or takes it back.</summary>
/// <param name="Date">At most a year ahead; null for none.</param>
/// <param name="Reason">Why it changes; needed for a day that has passed already, and then at most a month ago.</param>
[GenerateSerializer, Alias("board.set-expected-discharge"), Immutable]
public sealed record SetExpectedDischarge([Id(0)] string Stay, [Id(1)] DateOnly? Date, [Id(2)] string? Reason = null) : StayCommand;

/// <param name="At">The discharge ready date's instant; now where not given.</param>
[GenerateSerializer, Alias("board.declare-medically-optimised"), Immutable]
public sealed record DeclareMedicallyOptimised([Id(0)] string Stay, [Id(1)] DateTimeOffset? At = null) : StayCommand;

/// <summary>The person is not fit to leave after all. The time until now still counts as it was.</summary>
[GenerateSerializer, Alias("board.withdraw-medically-optimised"), Immutable]
public sealed record WithdrawMedicallyOptimised([Id(0)] string Stay, [Id(1)] string Reason) : StayCommand;

/// <param name="At">When the person left; now where not given.</param>
/// <param name="To">The site that the person goes to, where it is on a board.</param>
[GenerateSerializer, Alias("board.discharge-stay"), Immutable]
public sealed record DischargeStay([Id(0)] string Stay, [Id(1)] Destination Destination, [Id(2)] DateTimeOffset? At = null, [Id(3)] SiteKey? To = null) : StayCommand;

/// <summary>The stay was never one: another person's, or none's. Its bed is free again and it counts nowhere.</summary>
[GenerateSerializer, Alias("board.cancel-admission"), Immutable]
public sealed record CancelAdmission([Id(0)] string Stay, [Id(1)] string Reason) : StayCommand;

/// <summary>The person never left. Possible for a week, and while there is a bed.</summary>
/// <param name="Bed">Where the bed that they were in is taken: another.</param>
[GenerateSerializer, Alias("board.cancel-discharge"), Immutable]
public sealed record CancelDischarge([Id(0)] string Stay, [Id(1)] string Reason, [Id(2)] string? Bed = null) : StayCommand;

/// <summary>The person was never medically optimised: the present period counts nowhere.</summary>
[GenerateSerializer, Alias("board.cancel-medically-optimised"), Immutable]
public sealed record CancelMedicallyOptimised([Id(0)] string Stay, [Id(1)] string Reason) : StayCommand;

/// <summary>Puts right what was recorded of a person; what is null stays as it is.</summary>
/// <param name="AdmittedAt">Not after what has happened since: the arrival here, the discharge ready date.</param>
[GenerateSerializer, Alias("board.correct-stay"), Immutable]
public sealed record CorrectStay(
    [Id(0)] string Stay, [Id(1)] string Reason, [Id(2)] AgeBand? Age = null, [Id(3)] DateTimeOffset? AdmittedAt = null, [Id(4)] string? HomeLocality = null) : StayCommand;

/// <summary>First step of a transfer, at the ward that the person leaves.</summary>
/// <param name="With">Somebody of the other ward with whom they swap beds, whatever <paramref name="Bed"/> says; null where they come into a vacant one.</param>
[GenerateSerializer, Alias("board.begin-transfer"), Immutable]
public sealed record BeginTransfer([Id(0)] string Stay, [Id(1)] SiteKey To, [Id(2)] string Bed, [Id(3)] string? With = null) : StayCommand;

/// <summary>Second step, at the ward that the person comes to.</summary>
/// <param name="With">The person of this ward whose bed they take, and who takes theirs; null where they come into a vacant one.</param>
[GenerateSerializer, Alias("board.accept-transfer"), Immutable]
public sealed record AcceptTransfer([Id(0)] Stay Stay, [Id(1)] SiteKey From, [Id(2)] string? With = null) : StayCommand;

/// <summary>Third step, at the ward that the person left: the other has them.</summary>
[GenerateSerializer, Alias("board.complete-transfer"), Immutable]
public sealed record CompleteTransfer([Id(0)] string Stay, [Id(1)] string Transfer) : StayCommand;

/// <summary>Third step where the other ward refused: the person stays.</summary>
[GenerateSerializer, Alias("board.abandon-transfer"), Immutable]
public sealed record AbandonTransfer([Id(0)] string Stay, [Id(1)] string Transfer, [Id(2)] string Reason) : StayCommand;
