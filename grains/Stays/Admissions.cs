using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Decides who is admitted, and into which bed.</summary>
internal static class Admissions
{
    private const int LongestBedLabel = 20;

    public static Decision Admit(AdmitStay command, Site site, Moment moment)
    {
        var admittedAt = command.AdmittedAt ?? moment.Now;
        if ((CheckWords(command, admittedAt, moment.Now) ?? CheckSince(command.Since, moment) ?? ResidenceDecisions.Check(command.UsualResidence, "usualResidence", site)) is { } wrong)
        {
            return wrong;
        }

        if ((command.Type ?? OnlyType(site.Kind)) is not { } type)
        {
            return Limits.Invalid("type", $"'type' is needed: {string.Join(", ", BedTypes.Of(site.Kind).Select(Codes.Of))}.");
        }

        var hold = command.Hold ?? HoldDecisions.Of(command.Stay, type, site.Capacity, moment.Clock);
        var place = command.Since is null ? new(CheckVacancy(type, command.Stay, hold, site, moment.Clock), hold) : PlaceOf(command.Stay, type, hold, site, moment.Clock);
        if ((CheckPlace(command.Stay, command.Bed, site) ?? place.Refusal) is { } refusal)
        {
            return refusal;
        }

        var admitted = new StayAdmitted(
            new(command.Stay, command.Bed, type, command.Age, admittedAt, command.Since ?? moment.Now, command.HomeLocality, command.ExpectedDischarge),
            place.Hold,
            place.ExtraBed);
        return Happened(
            [.. FirstBed(type, site), admitted, .. command.UsualResidence is { } residence ? [new UsualResidenceSet(command.Stay, residence)] : Array.Empty<SiteEvent>()]);
    }

    /// <summary>Two people swap beds. Both events are recorded or none, so no bed ever has two people.</summary>
    public static Decision Swap(Stay stay, Stay other)
    {
        if (stay == other)
        {
            return Limits.Invalid("with", "'with' is the same person as 'stay'. Choose someone else.");
        }

        if (new[] { stay, other }.FirstOrDefault(each => each.Transfer is { HasGivenUpBed: true }) is { Transfer: { } leaving } moving)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, $"{moving.Reference} is moving to {leaving.To} and another person already has their bed.", "with");
        }

        if (stay.Type != other.Type)
        {
            return Limits.Invalid("with", $"{stay.Reference} is in a bed of type {Codes.Of(stay.Type)} and {other.Reference} in one of type {Codes.Of(other.Type)}. You can swap only beds of the same type.");
        }

        return new Decision([new BedChanged(stay.Reference, other.Bed), new BedChanged(other.Reference, stay.Bed)], null);
    }

    public static Decision Accept(AcceptTransfer command, Site site, Moment moment)
    {
        if (!Transfers.AreWardsOfOneHospital(command.From, site.Key))
        {
            return Limits.Invalid("from", "A transfer is from another ward in the same hospital. From anywhere else it is an admission.");
        }

        if (command.With is { } with)
        {
            return Swaps.Accept(command, with, site, moment);
        }

        var stay = command.Stay with { ArrivedAt = command.Since ?? moment.Now, Transfer = null };
        var hold = HoldDecisions.Of(stay.Reference, stay.Type, site.Capacity, moment.Clock);
        var place = command.Since is null ? new(CheckVacancy(stay.Type, stay.Reference, hold, site, moment.Clock), hold) : PlaceOf(stay.Reference, stay.Type, hold, site, moment.Clock);
        if ((StayReferences.Check(stay.Reference, "stay.reference") ?? CheckPlace(stay.Reference, stay.Bed, site) ?? place.Refusal) is { } refusal)
        {
            return refusal;
        }

        return Happened([.. FirstBed(stay.Type, site), new TransferAccepted(stay, command.From, place.Hold, place.ExtraBed)]);
    }

    /// <summary>Checks since when somebody is in a bed already; null is fine.</summary>
    internal static Refusal? CheckSince(DateTimeOffset? since, Moment moment) => since is { } at ? Limits.Happened(at, "since", moment.Now) : null;

    /// <summary>True if no bed is left for somebody who is here already.</summary>
    internal static bool NeedsExtraBed(BedType type, Site site, DateTimeOffset now) => site.Capacity.Line(type) is { } line && site.Capacity.Unpromised(line, now) == 0;

    /// <summary>The bed of somebody who is here already: the one that is held for them, a free one, or one that is added.</summary>
    private static Place PlaceOf(string stay, BedType type, string? hold, Site site, DateTimeOffset now) =>
        hold is not null && HoldDecisions.Find(hold, site.Capacity, now, out var held) is null && CheckHold(held!, type, stay) is null
            ? new(null, hold)
            : new(null, null, NeedsExtraBed(type, site, now));

    /// <summary>The line that somebody who is here already needs, where there is none.</summary>
    internal static ImmutableArray<SiteEvent> FirstBed(BedType type, Site site) =>
        site.Capacity.Line(type) is null ? [new VacanciesDeclared([new LineDeclared(type, 1, 0, 0)])] : [];

    private static Decision Happened(ImmutableArray<SiteEvent> events) => new(events, null);

    public static Refusal? CheckBed(string bed, string stay, Site site)
    {
        if (Limits.RequiredText(bed, "bed", LongestBedLabel) is { } refusal)
        {
            return refusal;
        }

        return site.Stays.All.Any(other => !StayReferences.AreSame(other.Reference, stay) && other.IsIn(bed))
            ? new(RefusalCode.BedTaken, $"Another person is in bed {bed}.", "bed")
            : null;
    }

    private static Refusal? CheckWords(AdmitStay command, DateTimeOffset admittedAt, DateTimeOffset now) =>
        StayReferences.Check(command.Stay, "stay")
        ?? Limits.Happened(admittedAt, "admittedAt", now)
        ?? (command.ExpectedDischarge is { } day ? Limits.FromToday(day, "expectedDischarge", now) : null)
        ?? CheckHome(command.HomeLocality);

    public static Refusal? CheckHome(string? locality) => locality is null || SiteKey.IsPart(locality)
        ? null
        : Limits.Invalid("homeLocality", $"'homeLocality' must be a locality as in the board's addresses: {SiteKey.Allowed}.");

    internal static Refusal? CheckNotHere(string stay, Site site) => site.Stays.Find(stay) is { } here
        ? new(RefusalCode.AlreadyHere, $"{here.Reference} is already here, in bed {here.Bed}.", "stay")
        : null;

    private static Refusal? CheckPlace(string stay, string bed, Site site) => CheckNotHere(stay, site) ?? CheckBed(bed, stay, site);

    private static Refusal? CheckVacancy(BedType type, string stay, string? hold, Site site, DateTimeOffset now)
    {
        if (site.Capacity.Line(type) is not { } line)
        {
            return CapacityDecisions.NoLine(type);
        }

        if (hold is not null)
        {
            return HoldDecisions.CheckAdmission(hold, site.Capacity, now, out var held) ?? CheckHold(held!, type, stay);
        }

        if (site.Capacity.SuspensionOf(type, now) is { } suspension)
        {
            return HoldDecisions.Suspended(suspension);
        }

        return HoldDecisions.CheckVacancy(line, site.Capacity, now);
    }

    private static Refusal? CheckHold(Hold held, BedType type, string stay)
    {
        if (held.Type != type)
        {
            return Limits.Invalid("hold", $"The hold is for a bed of type {Codes.Of(held.Type)}, not {Codes.Of(type)}.");
        }

        return held.Stay is { } other && !StayReferences.AreSame(other, stay) ? Limits.Invalid("hold", $"The bed is held for {other}, not for {stay}.") : null;
    }

    /// <param name="Hold">The hold that ends with the arrival; null if there is none.</param>
    private readonly record struct Place(Refusal? Refusal, string? Hold, bool ExtraBed = false);

    private static BedType? OnlyType(SiteKind kind) => BedTypes.Of(kind) is [var only] ? only : null;
}
