using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>How admissions, discharges and transfers change the occupied beds.</summary>
internal static class Occupancies
{
    public static Capacity Apply(Capacity capacity, SiteEvent happened, Stamp stamp) => happened switch
    {
        StayAdmitted e => capacity.End(e.Hold, HoldEnding.Admitted, null, stamp).Occupy(e.Stay.Type, 1, stamp, e.ExtraBed),
        TransferAccepted e => capacity.End(e.Hold, HoldEnding.Admitted, null, stamp).Occupy(e.Stay.Type, 1, stamp, e.ExtraBed),
        StayDischarged e => capacity.Occupy(e.Type, -1, stamp),
        AdmissionCancelled e => capacity.Occupy(e.Type, -1, stamp),
        DischargeCancelled e => capacity.Occupy(e.Stay.Type, 1, stamp, e.ExtraBed),
        TransferBegun { BedGivenUp: { } type } => capacity.Occupy(type, -1, stamp),
        TransferCompleted { BedGivenUp: false } e => capacity.Occupy(e.Type, -1, stamp),
        _ => capacity.Apply(happened, stamp),
    };
}
