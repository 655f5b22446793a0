using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Tells which stay an event is about.</summary>
public static class StayEvents
{
    /// <summary>The reference of the stay that an event names; null if it names none.</summary>
    public static string? StayOf(SiteEvent happened) => happened switch
    {
        HoldPlaced e => e.Stay,
        HoldBecameAdmission e => e.Stay,
        ArrivalUndone e => e.Stay,
        EnquiryMade e => e.Stay,
        StayAdmitted e => e.Stay.Reference,
        BedChanged e => e.Stay,
        ExpectedDischargeSet e => e.Stay,
        MedicallyOptimisedDeclared e => e.Stay,
        MedicallyOptimisedWithdrawn e => e.Stay,
        MedicallyOptimisedCancelled e => e.Stay,
        StayDischarged e => e.Stay,
        DischargeCancelled e => e.Stay.Reference,
        AdmissionCancelled e => e.Stay,
        StayCorrected e => e.Stay,
        TransferBegun e => e.Stay,
        TransferAccepted e => e.Stay.Reference,
        TransferCompleted e => e.Stay,
        TransferAbandoned e => e.Stay,
        PlanEvent e => e.Stay,
        ReviewEvent e => e.Stay,
        AssessmentEvent e => e.Stay,
        OfferEvent e => e.Stay,
        UsualResidenceSet e => e.Stay,
        ReturnAnswered e => e.Stay,
        _ => null,
    };

    /// <summary>The ward or unit of the stay that an event at another site names; null if it names none.</summary>
    public static SiteKey? FromOf(SiteEvent happened) => happened switch
    {
        HoldPlaced e => e.From,
        EnquiryMade e => e.From,
        ReturnAnswered e => e.From,
        _ => null,
    };
}
