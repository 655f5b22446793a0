using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Residences;

/// <summary>A person in hospital, their usual residence and what it has said, for both sides.</summary>
/// <param name="At">The ward or unit where the person is.</param>
/// <param name="Place">The care home or home care provider; null if it is not on the board.</param>
public sealed record PersonsResidence(SiteKey At, Stay Stay, Site? Place)
{
    public SiteKey Key => Stay.UsualResidence!.Place;

    /// <summary>Since when the place can see that the person is in hospital.</summary>
    public Stamp Told => Stay.UsualResidence!.Recorded;

    /// <summary>The place's word; null before it has answered.</summary>
    public ReturnWord? Word => Place?.Returns.About(Stay, At);

    public ReturnStanding Standing => this switch
    {
        { Place: not { Details: not null } } => ReturnStanding.NotOnTheBoard,
        { Place.Closed: not null } => ReturnStanding.Closed,
        { Word: null } => ReturnStanding.NotAnswered,
        { Word.Answer: ReturnAnswer.SameSupport } => ReturnStanding.SameSupport,
        _ => ReturnStanding.NewAssessment,
    };

    /// <summary>True if the choice list has the place at its top: the person goes back with no new need, or the place can support them as before.</summary>
    public bool IsOffered => Stay.GoesBack || Standing == ReturnStanding.SameSupport;

    /// <summary>True if nothing speaks against the return. A new assessment does until it is done.</summary>
    public bool CanGoBack => Standing == ReturnStanding.SameSupport || (Stay.GoesBack && Standing == ReturnStanding.NotAnswered);

    /// <summary>Why placements at the whole place are suspended; null if they are not.</summary>
    public Suspension? SuspensionAt(DateTimeOffset now) => Place?.Capacity.Suspensions.FirstOrDefault(suspension => suspension.Type is null && suspension.IsLive(now));

    /// <param name="find">A site by its key; null if it is not on the board.</param>
    /// <returns>Null if no usual residence is recorded.</returns>
    public static PersonsResidence? Of(SiteKey at, Stay stay, Func<SiteKey, Site?> find) => stay.UsualResidence is { } residence ? new(at, stay, find(residence.Place)) : null;

    /// <summary>
    /// The people in hospital whose usual residence a place is, in any locality, the longest there first. Somebody who is moving between two wards
    /// is at both, and counts where they arrived last.
    /// </summary>
    /// <param name="find">A site by its key; null if it is not on the board.</param>
    public static IReadOnlyList<PersonsResidence> From(Site place, ResidentIndex residents, Func<SiteKey, Site?> find) =>
    [
        .. residents.SitesWith(place.Key).Select(find).OfType<Site>()
            .SelectMany(site => site.Stays.All.Where(stay => stay.UsualResidence?.Place == place.Key).Select(stay => new PersonsResidence(site.Key, stay, place)))
            .GroupBy(each => (each.At.HospitalKey ?? each.At.Value, StayReferences.Key(each.Stay.Reference)))
            .Select(same => same.MaxBy(each => each.Stay.ArrivedAt)!)
            .OrderBy(each => each.Stay.AdmittedAt).ThenBy(each => each.Stay.Reference, StringComparer.Ordinal),
    ];
}

/// <summary>Whether a person can go back to their usual residence.</summary>
public enum ReturnStanding
{
    NotAnswered,
    SameSupport,
    NewAssessment,
    Closed,
    NotOnTheBoard,
}
