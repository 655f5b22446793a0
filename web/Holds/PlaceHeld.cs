using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>
/// A bed that is or was held for a person, as their ward or unit may see it. It shows nothing else of that place.
/// </summary>
/// <param name="Ended">How the hold ended before its time; null if it did not.</param>
public sealed record PlaceHeld(SiteKey Place, SiteDetails Details, Hold Hold, EndedHold? Ended)
{
    public HoldStanding StandingAt(DateTimeOffset now) => (Ended?.Ending, Hold.Answer) switch
    {
        (HoldEnding.Admitted, _) => HoldStanding.Arrived,
        (HoldEnding.Declined, _) => HoldStanding.Declined,
        (HoldEnding.Released, _) => HoldStanding.Released,
        _ when !Hold.IsLive(now) => HoldStanding.RanOut,
        (_, null) => HoldStanding.NotAnswered,
        (_, { IsAccepted: true }) => HoldStanding.Accepted,
        _ => HoldStanding.Assessing,
    };

    /// <summary>True if the place has reported the person's arrival, and they are still recorded on their ward or unit.</summary>
    public bool IsReported(Stay stay) => Ended is { } ended && HeldStays.IsReported(stay, Place, ended);

    public bool IsLive(DateTimeOffset now) => Ended is null && Hold.IsLive(now);

    /// <summary>Who last changed the hold, and when: the place by its answer, or whoever ended or placed it.</summary>
    public Stamp LastChange => Ended?.Ended ?? Hold.Answer?.Answered ?? Hold.Placed;
}

/// <summary>The state of a hold at a time.</summary>
public enum HoldStanding
{
    NotAnswered,
    Accepted,
    Assessing,
    Arrived,
    Declined,
    Released,
    RanOut,
}
