using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

/// <summary>Which people to show; a part that is null does not filter.</summary>
/// <param name="Reason">What they wait for, be it the main reason or another.</param>
/// <param name="Owner">Who is responsible for one of their reasons.</param>
/// <param name="Place">The hospital, unit or ward where they are.</param>
public sealed record PeopleFilter(
    PeopleWaiting? Waiting = null, Pathway? Pathway = null, DelayReason? Reason = null, DelayOwner? Owner = null, Scope? Place = null)
{
    /// <summary>Reads a query, ignoring parts that are not valid.</summary>
    public static PeopleFilter Parse(IQueryCollection query) => new(
        Code<PeopleWaiting>(query, "waiting"),
        Code<Pathway>(query, "pathway"),
        Code<DelayReason>(query, "reason"),
        Code<DelayOwner>(query, "owner"),
        Scope.TryParse(query["place"], out var place) ? place : null);

    /// <summary>True if it asks for what only those may know who may see the person.</summary>
    public bool AsksDetails => (Reason, Owner, Place) is not (null, null, null);

    public bool Shows(Site site, Stay stay, DateTimeOffset now) =>
        (Pathway is null || stay.Plan?.Pathway == Pathway)
        && (Reason is null || stay.Delays.Any(delay => delay.Reason == Reason))
        && (Owner is null || stay.Delays.Any(delay => delay.Owner == Owner))
        && (Place is null || Place.Covers(Scope.Of(site.Key)))
        && Waiting switch
        {
            PeopleWaiting.Optimised => stay.Optimised is not null,
            PeopleWaiting.Delayed => stay.IsDelayed(now),
            _ => true,
        };

    private static TCode? Code<TCode>(IQueryCollection query, string name)
        where TCode : struct, Enum => Codes.TryParse<TCode>(query[name], out var code) ? code : null;
}

public enum PeopleWaiting
{
    /// <summary>Medically optimised.</summary>
    Optimised,

    /// <summary>Medically optimised, and the day on which they became so has passed.</summary>
    Delayed,
}
