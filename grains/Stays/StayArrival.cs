using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// A person who arrives on a ward. A person is on one ward of a hospital at a time: while another ward has the reference,
/// the journal does not record the events of the arrival.
/// </summary>
/// <param name="From">The sending ward, which has the person until it learns that they arrived; null if there is none.</param>
public sealed record StayArrival(string Reference, SiteKey? From = null)
{
    /// <summary>The arrival that the events record at a site; null if there is none, or if the site is not a ward.</summary>
    public static StayArrival? Of(SiteKey site, ImmutableArray<SiteEvent> events) =>
        site.Hospital is null ? null : events.Select(Of).FirstOrDefault(arrival => arrival is not null);

    /// <summary>The references of the people who arrive at or leave a ward by the events; none for any other site.</summary>
    public static IEnumerable<string> ComingOrGoing(SiteKey site, ImmutableArray<SiteEvent> events) => site.HospitalKey is null
        ? []
        : events.Where(happened => happened is StayAdmitted or TransferAccepted or DischargeCancelled or StayDischarged or AdmissionCancelled or TransferCompleted)
            .Select(happened => StayEvents.StayOf(happened)!);

    /// <param name="ward">The ward that has the person.</param>
    internal Refusal Refused(SiteKey ward) =>
        new(RefusalCode.AlreadyElsewhere, $"{Reference} is already on {ward}. Transfer them from there, or discharge them there first.", "stay", ward);

    private static StayArrival? Of(SiteEvent happened) => happened switch
    {
        StayAdmitted e => new(e.Stay.Reference),
        DischargeCancelled e => new(e.Stay.Reference),
        TransferAccepted e => new(e.Stay.Reference, e.From),
        _ => null,
    };
}
