using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>One person's stay, from admission to discharge. It has no name.</summary>
/// <param name="Reference">The hospital's own reference.</param>
/// <param name="Bed">The label of the bed.</param>
/// <param name="AdmittedAt">Admission to the hospital; kept across transfers between its wards.</param>
/// <param name="ArrivedAt">Arrival on this ward or unit.</param>
/// <param name="HomeLocality">Where the person lives, which may not be the hospital's locality; null if not known.</param>
/// <param name="ExpectedDischarge">The expected date of discharge.</param>
/// <param name="Optimised">Since when the person is medically optimised, and who declared it; null if they are not.</param>
/// <param name="Transfer">The transfer in progress; null if there is none.</param>
/// <param name="Plan">Where the person is going and why they are delayed; null before anything is recorded.</param>
/// <param name="Round">The grand round's notes; null before the first.</param>
/// <param name="NeverLeft">When a discharge of theirs was last cancelled as a mistake, and by whom; null if none was.</param>
/// <param name="Asked">The assessments that were asked for; null before the first.</param>
/// <param name="Offered">The places that were offered; null before the first.</param>
/// <param name="UsualResidence">Where they came from and go back to; null if there is none, or it is not known.</param>
[GenerateSerializer, Alias("board.stay"), Immutable]
public sealed record Stay(
    [Id(0)] string Reference,
    [Id(1)] string Bed,
    [Id(2)] BedType Type,
    [Id(3)] AgeBand Age,
    [Id(4)] DateTimeOffset AdmittedAt,
    [Id(5)] DateTimeOffset ArrivedAt,
    [Id(6)] string? HomeLocality = null,
    [Id(7)] DateOnly? ExpectedDischarge = null,
    [Id(8)] Stamp? Optimised = null,
    [Id(9)] Transfer? Transfer = null,
    [Id(10)] DischargePlan? Plan = null,
    [Id(11)] RoundNotes? Round = null,
    [Id(12)] Stamp? NeverLeft = null,
    [Id(13)] AskedAssessments? Asked = null,
    [Id(14)] OfferedPlaces? Offered = null,
    [Id(15)] UsualResidence? UsualResidence = null)
{
    /// <summary>The reasons for delay, in the order they were recorded.</summary>
    [JsonIgnore]
    public ImmutableArray<Delay> Delays => Plan?.Delays ?? [];

    /// <summary>The main reason for delay; null if there is none.</summary>
    [JsonIgnore]
    public Delay? PrimaryDelay => Delays.FirstOrDefault(delay => delay.IsPrimary);

    /// <summary>The assessments that were asked for, in that order.</summary>
    [JsonIgnore]
    public ImmutableArray<Assessment> Assessments => Asked?.All ?? [];

    /// <summary>True if the person goes back to their usual residence with no new need (pathway 0), so that no place is sought for them.</summary>
    [JsonIgnore]
    public bool GoesBack => this is { UsualResidence: not null, Plan.Pathway: Stays.Pathway.P0 };

    /// <summary>The places that were offered, in that order.</summary>
    [JsonIgnore]
    public ImmutableArray<Offer> Offers => Offered?.All ?? [];

    /// <summary>Whether a place was offered, and accepted. It says nothing of whether the person needs one.</summary>
    [JsonIgnore]
    public WaitsOn WaitsOn => Offered?.WaitsOn ?? WaitsOn.Capacity;

    /// <summary>
    /// The type of place that suits the person best by their needs or, where none are recorded, by their pathway: a package on pathway 1,
    /// a step-down bed on pathway 2. Null if it is not known, or they need none: see <see cref="GoesBack"/>.
    /// </summary>
    [JsonIgnore]
    public BedType? WaitsFor => Plan switch
    {
        _ when GoesBack => null,
        { Needs.Types: [var best, ..] } => best,
        { Pathway: Stays.Pathway.P1 } => BedType.CarePackage,
        { Pathway: Stays.Pathway.P2 } => BedType.StepDown,
        _ => null,
    };

    /// <summary>True if the person is in the bed with this label.</summary>
    public bool IsIn(string? bed) => string.Equals(Bed.Trim(), bed?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the transfer is delayed: medically optimised, still here, and the day of the discharge ready date has passed.</summary>
    public bool IsDelayed(DateTimeOffset now) => DelayedDays(now) > 0;

    /// <summary>Midnights since the discharge ready date; 0 if the person is not medically optimised.</summary>
    public int DelayedDays(DateTimeOffset now) => Optimised is { } ready ? LocalDay.Midnights(ready.At, now) : 0;

    /// <summary>Length of stay so far, in midnights since admission to the hospital.</summary>
    public int Midnights(DateTimeOffset now) => LocalDay.Midnights(AdmittedAt, now);

    /// <summary>
    /// True if the expected date of discharge is today or, from midday on, tomorrow, since people are expected to leave
    /// before midday.
    /// </summary>
    public bool IsExpectedToGoWithin24Hours(DateTimeOffset now) =>
        ExpectedDischarge is { } day && LocalDay.Of(now) <= day && day <= LocalDay.Of(now.AddHours(12));

    /// <summary>True if the expected date of discharge has passed and the person is still here.</summary>
    public bool IsOverdue(DateTimeOffset now) => ExpectedDischarge is { } day && day < LocalDay.Of(now);
}

/// <summary>A move to another ward of the same hospital that has begun and is not yet complete.</summary>
/// <param name="Operation">The ID of the operation that began it.</param>
/// <param name="With">The person of the other ward whose bed is swapped with theirs; null if this is not a swap.</param>
/// <param name="Since">Since when they are there already; null if they are on the way.</param>
/// <param name="HasGivenUpBed">True if the other person already has their bed: they are still here, but count where they are going.</param>
[GenerateSerializer, Alias("board.transfer"), Immutable]
public sealed record Transfer(
    [Id(0)] SiteKey To, [Id(1)] string Bed, [Id(2)] string Operation, [Id(3)] DateTimeOffset Begun, [Id(4)] string? With = null, [Id(5)] bool HasGivenUpBed = false, [Id(6)] DateTimeOffset? Since = null);
