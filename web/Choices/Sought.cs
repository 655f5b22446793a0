using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>For whom a place is sought.</summary>
/// <param name="From">The ward or unit that the person is on.</param>
/// <param name="Near">Where distances are measured from; null for no distances.</param>
public sealed record Sought(SiteKey From, Stay Stay, Needs Needs, Place? Near)
{
    /// <summary>
    /// True for a place to look at: of the person's home locality, of the hospital's, wished for wherever it is, or within the
    /// distance that is wanted. People leave hospital, so a ward is none, nor is the unit that the person is in.
    /// </summary>
    public bool Considers(Site site) => site.Kind != SiteKind.Ward && site.Details is not null && site.Key != From
        && (site.Key.Locality == From.Locality || site.Key.Locality == Stay.HomeLocality || Needs.Wished.Contains(site.Key) || IsWithinReach(site));

    public double? KilometresTo(Site site) => Near is null || site.Details?.Position is not { } position ? null : Near.Position.KilometresTo(position);

    /// <summary>True where a distance is wanted and the site is known to be within it.</summary>
    public bool IsWithinReach(Site site) => Needs.WithinKilometres is { } most && KilometresTo(site) <= most;

    /// <summary>True for a hold of this person. References are one hospital's own, so another hospital's hold is another person's.</summary>
    public bool IsTheirs(Hold hold) => HeldStays.IsFor(hold, Stay) && (hold.From is not { } from || HeldStays.IsWithin(from, From));
}
