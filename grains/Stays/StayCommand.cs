using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>A command about one person's stay, at a ward or an intermediate care unit.</summary>
[GenerateSerializer, Alias("board.stay-command"), Immutable]
public abstract record StayCommand : SiteCommand;

/// <summary>Admits a person to a vacant bed, or to the bed that a hold kept.</summary>
/// <param name="Stay">The hospital's own reference.</param>
/// <param name="Bed">The bed's label.</param>
/// <param name="Type">Required at an intermediate care unit; a ward's beds are all inpatient beds.</param>
/// <param name="AdmittedAt">Admission to the hospital. Default: now.</param>
/// <param name="HomeLocality">Where the person lives, as in the board's addresses: <c>stockport</c>.</param>
/// <param name="Hold">The hold that this admission uses. Default: the one that keeps a bed for this stay, if any.</param>
/// <param name="UsualResidence">The care home that the person came from, or the provider of care in their own home.</param>
/// <param name="Since">
/// Since when the person is in the bed already, as the hospital's own system says: no hold, suspension or number of beds refuses it, and a bed
/// is added if none is left. Null for everybody else, who comes now and needs a free bed. Not for the API.
/// </param>
[GenerateSerializer, Alias("board.admit-stay"), Immutable]
public sealed record AdmitStay(
    [Id(0)] string Stay,
    [Id(1)] string Bed,
    [Id(2)] BedType? Type = null,
    [Id(3)] AgeBand Age = AgeBand.NotKnown,
    [Id(4)] DateTimeOffset? AdmittedAt = null,
    [Id(5)] string? HomeLocality = null,
    [Id(6)] DateOnly? ExpectedDischarge = null,
    [Id(7)] string? Hold = null,
    [Id(8)] SiteKey? UsualResidence = null,
    [property: JsonIgnore, Id(9)] DateTimeOffset? Since = null) : StayCommand;

/// <summary>Moves a person to another bed of the same ward or unit.</summary>
[GenerateSerializer, Alias("board.change-bed"), Immutable]
public sealed record ChangeBed([Id(0)] string Stay, [Id(1)] string Bed) : StayCommand;

/// <summary>Swaps the beds of two people on this ward or unit.</summary>
[GenerateSerializer, Alias("board.swap-beds"), Immutable]
public sealed record SwapBeds([Id(0)] string Stay, [Id(1)] string With) : StayCommand;

/// <summary>Sets or removes the expected date of discharge.</summary>
/// <param name="Date">At most a year ahead; null to remove it.</param>
/// <param name="Reason">Why it changes. Required for a day that has already passed, which must be at most a month ago.</param>
[GenerateSerializer, Alias("board.set-expected-discharge"), Immutable]
public sealed record SetExpectedDischarge([Id(0)] string Stay, [Id(1)] DateOnly? Date, [Id(2)] string? Reason = null) : StayCommand;

/// <param name="At">The instant of the discharge ready date. Default: now.</param>
[GenerateSerializer, Alias("board.declare-medically-optimised"), Immutable]
public sealed record DeclareMedicallyOptimised([Id(0)] string Stay, [Id(1)] DateTimeOffset? At = null) : StayCommand;

/// <summary>The person is not fit to leave after all. The time until now still counts.</summary>
[GenerateSerializer, Alias("board.withdraw-medically-optimised"), Immutable]
public sealed record WithdrawMedicallyOptimised([Id(0)] string Stay, [Id(1)] string Reason) : StayCommand;

/// <param name="At">When the person left. Default: now.</param>
/// <param name="To">The site that the person goes to, if it is on a board.</param>
[GenerateSerializer, Alias("board.discharge-stay"), Immutable]
public sealed record DischargeStay([Id(0)] string Stay, [Id(1)] Destination Destination, [Id(2)] DateTimeOffset? At = null, [Id(3)] SiteKey? To = null) : StayCommand;

/// <summary>Cancels a stay that never was, or was another person's. Its bed is free again and the stay counts nowhere.</summary>
[GenerateSerializer, Alias("board.cancel-admission"), Immutable]
public sealed record CancelAdmission([Id(0)] string Stay, [Id(1)] string Reason) : StayCommand;

/// <summary>Cancels a discharge because the person never left. Possible for a week, and while there is a bed.</summary>
/// <param name="Bed">Another bed, if the one that they were in is taken.</param>
/// <param name="IsHere">True if the person is here already, as for <see cref="AdmitStay"/>. Not for the API.</param>
[GenerateSerializer, Alias("board.cancel-discharge"), Immutable]
public sealed record CancelDischarge([Id(0)] string Stay, [Id(1)] string Reason, [Id(2)] string? Bed = null, [property: JsonIgnore, Id(3)] bool IsHere = false) : StayCommand;

/// <summary>The person was never medically optimised: the current period counts nowhere.</summary>
[GenerateSerializer, Alias("board.cancel-medically-optimised"), Immutable]
public sealed record CancelMedicallyOptimised([Id(0)] string Stay, [Id(1)] string Reason) : StayCommand;

/// <summary>Corrects what was recorded about a person; null leaves a value as it is.</summary>
/// <param name="AdmittedAt">Not after what has happened since: the arrival here, the discharge ready date.</param>
[GenerateSerializer, Alias("board.correct-stay"), Immutable]
public sealed record CorrectStay(
    [Id(0)] string Stay, [Id(1)] string Reason, [Id(2)] AgeBand? Age = null, [Id(3)] DateTimeOffset? AdmittedAt = null, [Id(4)] string? HomeLocality = null) : StayCommand;

/// <summary>First step of a transfer, at the ward that the person leaves.</summary>
/// <param name="With">A person of the other ward to swap beds with, whatever <paramref name="Bed"/> says; null to move into a vacant bed.</param>
/// <param name="Since">Since when the person is there already, as for <see cref="AdmitStay"/>. Not for the API.</param>
[GenerateSerializer, Alias("board.begin-transfer"), Immutable]
public sealed record BeginTransfer([Id(0)] string Stay, [Id(1)] SiteKey To, [Id(2)] string Bed, [Id(3)] string? With = null, [property: JsonIgnore, Id(4)] DateTimeOffset? Since = null) : StayCommand;

/// <summary>Second step, at the ward that the person comes to.</summary>
/// <param name="With">A person of this ward to swap beds with; null to move into a vacant bed.</param>
/// <param name="Since">Since when the person is here already; null if they come now.</param>
[GenerateSerializer, Alias("board.accept-transfer"), Immutable]
public sealed record AcceptTransfer([Id(0)] Stay Stay, [Id(1)] SiteKey From, [Id(2)] string? With = null, [Id(3)] DateTimeOffset? Since = null) : StayCommand;

/// <summary>Third step, at the ward that the person left, once the other ward has them.</summary>
[GenerateSerializer, Alias("board.complete-transfer"), Immutable]
public sealed record CompleteTransfer([Id(0)] string Stay, [Id(1)] string Transfer) : StayCommand;

/// <summary>Third step if the other ward refused: the person stays.</summary>
[GenerateSerializer, Alias("board.abandon-transfer"), Immutable]
public sealed record AbandonTransfer([Id(0)] string Stay, [Id(1)] string Transfer, [Id(2)] string Reason) : StayCommand;
