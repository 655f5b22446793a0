using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>What a hold at one site says of a stay at another. Neither site knows of the other: this is derived from both.</summary>
public static class HeldStays
{
    /// <summary>The person is to leave their hospital or unit. A hold on another ward of the same hospital is used by a transfer.</summary>
    public static bool LeadsAway(Hold hold, SiteKey place) => hold.From is { } from && !IsWithin(from, place);

    /// <summary>A stay that was at one site may be at another by now: it is the same, or another ward of the same hospital.</summary>
    public static bool IsWithin(SiteKey from, SiteKey site) => from == site || Transfers.AreWardsOfOneHospital(from, site);

    /// <summary>The bed was held for this very stay, not for an earlier one of the same reference.</summary>
    public static bool IsFor(Hold hold, Stay stay) =>
        StayReferences.AreSame(hold.Stay, stay.Reference) && stay.AdmittedAt <= hold.Placed.At + Limits.ClockDifference;

    /// <summary>The person was admitted elsewhere, and is still recorded as here.</summary>
    public static bool IsLeftBehind(Stay stay, EndedHold ended) => ended.Ending == HoldEnding.Admitted && IsFor(ended.Hold, stay) && stay.AdmittedAt < ended.Ended.At;

    /// <summary>Since the admission elsewhere somebody has said that the person never left: only people can tell who is right.</summary>
    public static bool IsDisputed(Stay stay, EndedHold ended) => stay.NeverLeft?.At >= ended.Ended.At;

    /// <summary>The person who left is on their way to a place that holds a bed for them; null in <see cref="Gone.To"/> means a place of the destination's kind.</summary>
    public static bool Expects(SiteKey place, SiteKind kind, Gone gone) =>
        gone.To is { } to ? to == place : gone.Destination == DestinationOf(kind);

    /// <summary>The id of the hold that an event of its site changes; null where it changes none.</summary>
    public static string? HoldChangedBy(SiteEvent happened) => happened switch
    {
        HoldPlaced e => e.Id,
        HoldExtended e => e.Id,
        HoldAccepted e => e.Id,
        AssessmentPlanned e => e.Id,
        HoldDeclined e => e.Id,
        HoldReleased e => e.Id,
        HoldBecameAdmission e => e.Id,
        StayAdmitted e => e.Hold,
        TransferAccepted e => e.Hold,
        _ => null,
    };

    /// <summary>Where a person went who was admitted at a site of a kind.</summary>
    public static Destination DestinationOf(SiteKind kind) => kind switch
    {
        SiteKind.CareHome => Destination.CareHome,
        SiteKind.IntermediateCareUnit => Destination.IntermediateCareUnit,
        SiteKind.HomeCareProvider => Destination.UsualResidence,
        _ => Destination.OtherHospital,
    };
}
