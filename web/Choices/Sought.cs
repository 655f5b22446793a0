using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>The person for whom a place is sought.</summary>
/// <param name="From">The ward or unit where the person is.</param>
/// <param name="Near">The place from which distances are measured; null for no distances.</param>
public sealed record Sought(SiteKey From, Stay Stay, Needs Needs, Place? Near)
{
    /// <summary>
    /// True for a place to consider: in the person's home locality or the hospital's, a preferred home anywhere, or within the
    /// wanted distance. People are leaving hospital, so wards are not considered, nor is the person's own unit.
    /// </summary>
    public bool Considers(Site site) => site.Kind != SiteKind.Ward && site.Details is not null && site.Key != From
        && (site.Key.Locality == From.Locality || site.Key.Locality == Stay.HomeLocality || Needs.Wished.Contains(site.Key) || IsWithinReach(site));

    public double? KilometresTo(Site site) => Near is null || site.Details?.Position is not { } position ? null : Near.Position.KilometresTo(position);

    /// <summary>True if a distance is wanted and the site is known to be within it.</summary>
    public bool IsWithinReach(Site site) => Needs.WithinKilometres is { } most && KilometresTo(site) <= most;

    /// <summary>True if a site is farther away than wanted; a preferred home never is.</summary>
    public bool IsTooFar(double? kilometres, bool isPreferred) => !isPreferred && kilometres > Needs.WithinKilometres;

    /// <summary>
    /// True for a hold for this person. References belong to one hospital, so the same reference from another hospital is another
    /// person.
    /// </summary>
    public bool IsTheirs(Hold hold) => HeldStays.IsFor(hold, Stay) && (hold.From is not { } from || HeldStays.IsWithin(from, From));

    /// <summary>True for an enquiry about this person.</summary>
    public bool IsTheirs(Enquiry enquiry) => StayReferences.AreSame(enquiry.Stay, Stay.Reference) && HeldStays.IsWithin(enquiry.From, From)
        && Stay.AdmittedAt <= enquiry.Made.At + Limits.ClockDifference;

    /// <summary>The command that asks a place about the person. It tells the place what it has to know of them.</summary>
    /// <param name="telephone">The ward's or unit's number, for questions.</param>
    public static MakeEnquiry Ask(SiteKey from, Stay stay, string? telephone, BedType type, DateOnly today) =>
        new(type, stay.Reference, from, stay.Plan?.Needs?.ForThePlaceAsked(), telephone, ReadyOn: ReadyOn(stay, today));

    /// <summary>The day on which the person is expected to be ready to leave; null if it is not known.</summary>
    public static DateOnly? ReadyOn(Stay stay, DateOnly today) => stay.Optimised is not null || stay.ExpectedDischarge < today ? today : stay.ExpectedDischarge;

    /// <summary>The command that holds a bed for the person. It tells the place what it has to know of them.</summary>
    /// <param name="telephone">The ward's or unit's number, for questions.</param>
    public static PlaceHold Hold(SiteKey from, Stay stay, string? telephone, BedType type, DateTimeOffset? until, DateTimeOffset? arrival) =>
        new(type, stay.Reference, null, until, arrival, from, stay.Plan?.Needs?.ForThePlaceAsked(), telephone);
}
