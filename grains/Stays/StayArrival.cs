using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Somebody who comes to be on a ward. A person is on one ward of a hospital at a time: while another ward has the reference,
/// the journal records none of the events that bring them.
/// </summary>
/// <param name="From">The ward that sends them, and has them until it hears that they came; null where none does.</param>
public sealed record StayArrival(string Reference, SiteKey? From = null)
{
    /// <summary>Whom the events bring to a site; null where they bring nobody, or the site is no ward.</summary>
    public static StayArrival? Of(SiteKey site, ImmutableArray<SiteEvent> events) =>
        site.Hospital is null ? null : events.Select(Of).FirstOrDefault(arrival => arrival is not null);

    /// <summary>Whose coming or going the events are, at a ward; nobody's at any other site.</summary>
    public static IEnumerable<string> ComingOrGoing(SiteKey site, ImmutableArray<SiteEvent> events) => site.HospitalKey is null
        ? []
        : events.Where(happened => happened is StayAdmitted or TransferAccepted or DischargeCancelled or StayDischarged or AdmissionCancelled or TransferCompleted)
            .Select(happened => StayEvents.StayOf(happened)!);

    /// <param name="ward">The ward that has them.</param>
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
