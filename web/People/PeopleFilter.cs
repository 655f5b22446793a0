using System.Globalization;
using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

/// <summary>Which people to show; a part that is null does not filter.</summary>
/// <param name="Reason">What they wait for, be it the main reason or another.</param>
/// <param name="Owner">Who is responsible for one of their reasons.</param>
/// <param name="Place">The hospital, unit or ward where they are.</param>
/// <param name="Nights">For how many nights they have been medically optimised, at least.</param>
/// <param name="Needs">The type of place that they wait for.</param>
/// <param name="Return">Whether they can go back to their usual residence.</param>
/// <param name="Home">The locality where they live, or <see cref="HomeNotKnown"/>.</param>
public sealed record PeopleFilter(
    PeopleWaiting? Waiting = null,
    Pathway? Pathway = null,
    DelayReason? Reason = null,
    DelayOwner? Owner = null,
    Scope? Place = null,
    PeopleBed? Bed = null,
    int? Nights = null,
    BedType? Needs = null,
    string? Home = null,
    PeopleReturn? Return = null)
{
    public const string HomeNotKnown = "not-known";

    /// <summary>Reads a query, ignoring parts that are not valid.</summary>
    public static PeopleFilter Parse(IQueryCollection query) => new(
        Code<PeopleWaiting>(query, "waiting"),
        Code<Pathway>(query, "pathway"),
        Code<DelayReason>(query, "reason"),
        Code<DelayOwner>(query, "owner"),
        Scope.TryParse(query["place"], out var place) ? place : null,
        Code<PeopleBed>(query, "bed"),
        int.TryParse(query["nights"], NumberStyles.None, CultureInfo.InvariantCulture, out var nights) && nights > 0 ? nights : null,
        Code<BedType>(query, "needs"),
        query["home"].ToString() is var home && SiteKey.IsPart(home) ? home : null,
        Code<PeopleReturn>(query, "return"));

    /// <summary>True if it asks for what only those may know who may see the person.</summary>
    public bool AsksDetails => Waiting == PeopleWaiting.Choice || (Reason, Owner, Place, Bed, Nights, Needs, Home, Return) is not (null, null, null, null, null, null, null, null);

    /// <param name="isHeldFor">Whether a bed is held for somebody now.</param>
    /// <param name="residenceOf">Somebody's usual residence; null if none is recorded.</param>
    public bool Shows(KnownStay person, Func<KnownStay, bool> isHeldFor, Func<KnownStay, PersonsResidence?> residenceOf, DateTimeOffset now) =>
        Shows(person.Stay, now)
        && (Return is null || (residenceOf(person) is { } residence && Shows(residence)))
        && (Place is null || Place.Covers(Scope.Of(person.Site.Key)))
        && (Bed is null || isHeldFor(person) == (Bed == PeopleBed.Held));

    private bool Shows(PersonsResidence residence) => Return switch
    {
        PeopleReturn.CanGoBack => residence.CanGoBack,
        PeopleReturn.NotAnswered => residence.Standing == ReturnStanding.NotAnswered,
        _ => true,
    };

    private bool Shows(Stay stay, DateTimeOffset now) =>
        (Pathway is null || stay.Plan?.Pathway == Pathway)
        && (Reason is null || stay.Delays.Any(delay => delay.Reason == Reason))
        && (Owner is null || stay.Delays.Any(delay => delay.Owner == Owner))
        && (Nights is null || stay.DelayedDays(now) >= Nights)
        && (Needs is null || stay.WaitsFor == Needs)
        && (Home is null || (stay.HomeLocality ?? HomeNotKnown) == Home)
        && Waiting switch
        {
            PeopleWaiting.Optimised => stay.Optimised is not null,
            PeopleWaiting.Delayed => stay.IsDelayed(now),
            PeopleWaiting.Choice => stay.Optimised is not null && stay.WaitsOn == WaitsOn.Choice,
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

    /// <summary>Medically optimised, with a place offered that they have not accepted.</summary>
    Choice,
}

public enum PeopleBed
{
    /// <summary>A bed is held for them now, wherever it is.</summary>
    Held,

    NotHeld,
}

public enum PeopleReturn
{
    /// <summary>A usual residence is recorded.</summary>
    Recorded,

    /// <summary>They can go back to it.</summary>
    CanGoBack,

    /// <summary>It has not answered yet.</summary>
    NotAnswered,
}
