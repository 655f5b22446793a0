using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>What a place is asked for a person: an enquiry or a hold. It is recorded at the place, and concerns a stay somewhere else.</summary>
/// <param name="Id">The ID of the operation that made it.</param>
/// <param name="Stay">The reference of the stay; null if none was given.</param>
/// <param name="From">The ward or unit of the stay; null if the board has no stay for them.</param>
public sealed record PlaceRequest(string Id, string? Stay, SiteKey? From)
{
    /// <summary>The request that an event makes; null if it makes none.</summary>
    public static PlaceRequest? MadeBy(SiteEvent happened) => happened switch
    {
        HoldPlaced e => new(e.Id, e.Stay, e.From),
        EnquiryMade e => new(e.Id, e.Stay, e.From),
        _ => null,
    };

    /// <summary>The ID of the request that an event makes or changes; null if it changes none.</summary>
    public static string? ChangedBy(SiteEvent happened) => happened switch
    {
        HoldPlaced e => e.Id,
        HoldExtended e => e.Id,
        HoldAccepted e => e.Id,
        AssessmentPlanned e => e.Id,
        HoldDeclined e => e.Id,
        HoldReleased e => e.Id,
        HoldBecameAdmission e => e.Id,
        ArrivalUndone e => e.Id,
        StayAdmitted e => e.Hold,
        TransferAccepted e => e.Hold,
        EnquiryMade e => e.Id,
        EnquiryAcknowledged e => e.Id,
        EnquiryAssessmentPlanned e => e.Id,
        EnquiryAssessmentCompleted e => e.Id,
        EnquiryAnswered e => e.Id,
        EnquiryQuestioned e => e.Id,
        EnquiryRepliedTo e => e.Id,
        EnquiryWithdrawn e => e.Id,
        _ => null,
    };

    /// <summary>A request at a place by its ID, open or ended; null if it is no longer kept.</summary>
    public static PlaceRequest? At(Site site, string id) => site.Capacity.Hold(id) is { } hold
        ? new(hold.Id, hold.Stay, hold.From)
        : site.Enquiries.Find(id) is { } enquiry ? new(enquiry.Id, enquiry.Stay, enquiry.From) : null;
}
