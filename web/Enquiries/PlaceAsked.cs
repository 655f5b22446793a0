using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Enquiries;

/// <summary>A place that is or was asked about a person, as their ward or unit may see it.</summary>
/// <param name="Ended">How the enquiry ended; null while it is open.</param>
/// <param name="Position">The person's position among those who wait for a bed of the type there, from 1; null if the place has not said yes.</param>
/// <param name="Free">How many beds of the type are free there now.</param>
/// <param name="Suspension">Why placements there are suspended; null if they are not.</param>
public sealed record PlaceAsked(Site Place, Enquiry Enquiry, EndedEnquiry? Ended, int? Position, int Free, Suspension? Suspension)
{
    public SiteDetails Details => Place.Details!;

    public bool IsOpen => Ended is null;

    /// <summary>When the enquiry last changed, and by whom.</summary>
    public Stamp LastChange => Ended?.Ended ?? new[] { Enquiry.Answer?.Answered, Enquiry.Question?.Replied, Enquiry.Question?.Asked, Enquiry.Assessment?.Done, Enquiry.Assessment?.Planned, Enquiry.Seen }
        .OfType<Stamp>()
        .MaxBy(stamp => stamp.At) ?? Enquiry.Made;

    /// <summary>Open and recently ended enquiries at a place.</summary>
    public static IEnumerable<PlaceAsked> At(Site place, DateTimeOffset now) => place.Enquiries.Open.Select(enquiry => Of(place, enquiry, null, now))
        .Concat(place.Enquiries.RecentlyEnded(now).Select(ended => Of(place, ended.Enquiry, ended, now)));

    public EnquiryStanding StandingAt(DateTimeOffset now) => (Ended?.Ending, Enquiry) switch
    {
        (EnquiryEnding.Declined, _) => EnquiryStanding.CannotTake,
        (EnquiryEnding.Withdrawn, _) => EnquiryStanding.Withdrawn,
        (EnquiryEnding.Held, _) => EnquiryStanding.Held,
        (EnquiryEnding.PlaceClosed, _) => EnquiryStanding.PlaceClosed,
        (_, { IsYes: true }) => EnquiryStanding.CanTake,
        (_, { WaitsForReply: true }) => EnquiryStanding.HasQuestion,
        (_, var open) when open.IsOverdue(now) => EnquiryStanding.Overdue,
        (_, { Assessment.Done: not null }) => EnquiryStanding.Assessed,
        (_, { Assessment: not null }) => EnquiryStanding.Assessing,
        (_, { Seen: not null }) => EnquiryStanding.Seen,
        _ => EnquiryStanding.NotSeen,
    };

    /// <summary>The command that holds a bed there for the person.</summary>
    /// <param name="ward">Where the person is.</param>
    public PlaceHold HoldFor(SiteKey ward, DateTimeOffset until) => new(Enquiry.Type, Enquiry.Stay, null, until, null, ward, Enquiry.Needs, Enquiry.Telephone);

    private static PlaceAsked Of(Site place, Enquiry enquiry, EndedEnquiry? ended, DateTimeOffset now) => new(
        place,
        enquiry,
        ended,
        ended is null ? place.Enquiries.PositionOf(enquiry) : null,
        place.Capacity.Line(enquiry.Type) is { } line ? place.Capacity.Available(line, now) : 0,
        place.Capacity.SuspensionOf(enquiry.Type, now));
}

/// <summary>The state of an enquiry at a time.</summary>
public enum EnquiryStanding
{
    NotSeen,
    Seen,
    Assessing,
    Assessed,

    /// <summary>The time for the answer has passed.</summary>
    Overdue,

    /// <summary>The place asked something and waits for the reply.</summary>
    HasQuestion,
    CanTake,
    CannotTake,
    Withdrawn,
    Held,
    PlaceClosed,
}
