using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>How a hold at one site relates to a stay at another. The sites do not know of each other, so this is derived from both.</summary>
public static class HeldStays
{
    /// <summary>True if the person is to leave their hospital or unit. A hold on another ward of the same hospital is used by a transfer.</summary>
    public static bool LeadsAway(Hold hold, SiteKey place) => hold.From is { } from && !IsWithin(from, place);

    /// <summary>True if a stay that was at one site may be at another by now: it is the same site, or a ward of the same hospital.</summary>
    public static bool IsWithin(SiteKey from, SiteKey site) => from == site || Transfers.AreWardsOfOneHospital(from, site);

    /// <summary>True if the bed was held for this stay, not for an earlier one with the same reference.</summary>
    public static bool IsFor(Hold hold, Stay stay) =>
        StayReferences.AreSame(hold.Stay, stay.Reference) && stay.AdmittedAt <= hold.Placed.At + Limits.ClockDifference;

    /// <summary>True if a place has reported the arrival of a person whose ward or unit has not confirmed that they left.</summary>
    public static bool IsReported(Stay stay, SiteKey place, EndedHold ended) =>
        ended.Ending == HoldEnding.Admitted && LeadsAway(ended.Hold, place) && IsFor(ended.Hold, stay) && stay.AdmittedAt < ended.Ended.At;

    /// <summary>True if a person who left is on their way to a place that holds a bed for them; without <see cref="Gone.To"/>, to any place of that kind.</summary>
    public static bool Expects(SiteKey place, SiteKind kind, Gone gone) =>
        gone.To is { } to ? to == place : gone.Destination == DestinationOf(kind);

    /// <summary>The destination of a person who was admitted at a kind of site.</summary>
    public static Destination DestinationOf(SiteKind kind) => kind switch
    {
        SiteKind.CareHome => Destination.CareHome,
        SiteKind.IntermediateCareUnit => Destination.IntermediateCareUnit,
        SiteKind.HomeCareProvider => Destination.UsualResidence,
        _ => Destination.OtherHospital,
    };
}
