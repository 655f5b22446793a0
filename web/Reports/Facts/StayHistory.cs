using System.Collections.Immutable;
using CapacityBoard.Assessments;
using CapacityBoard.Offers;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// What the journal says about one stay, as far as reports count it and as known now: late records take effect when they
/// happened. A stay whose admission was cancelled has no history; a cancelled discharge is not in it.
/// </summary>
/// <param name="Admitted">When they were admitted to the hospital.</param>
/// <param name="Wards">Where the person has been, in order; never empty.</param>
internal sealed record StayHistory(string Reference, DateTimeOffset Admitted, string? Home, ImmutableArray<WardSpell> Wards)
{
    /// <summary>In order of declaration, without cancelled ones.</summary>
    public ImmutableArray<OptimisedPeriod> Optimised { get; init; } = [];

    /// <summary>The main reasons for delay over time, in the order recorded.</summary>
    public ImmutableArray<PrimaryReason> Reasons { get; init; } = [];

    /// <summary>Marks of days in the order recorded; a day's last mark counts.</summary>
    public ImmutableArray<DayMark> Days { get; init; } = [];

    /// <summary>In the order in which they were last asked for or ended.</summary>
    public ImmutableArray<AssessmentSpan> Assessments { get; init; } = [];

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<OfferHistory> Offers { get; init; } = [];

    public Pathway? Pathway { get; init; }

    /// <summary>When the person left; null while they are here.</summary>
    public DateTimeOffset? Left { get; init; }

    public Destination Destination { get; init; }

    public WardSpell Current => Wards[^1];

    /// <summary>Where the person was at an instant; before the first known place, that place.</summary>
    public WardSpell WardAt(DateTimeOffset at)
    {
        for (var index = Wards.Length - 1; index > 0; index--)
        {
            if (Wards[index].From <= at)
            {
                return Wards[index];
            }
        }

        return Wards[0];
    }

    /// <summary>When the person left a place, for another ward or for good; null while they are there.</summary>
    public DateTimeOffset? LeftFrom(WardSpell spell) => Wards.IndexOf(spell) is var index && index + 1 < Wards.Length ? Wards[index + 1].From : Left;

    /// <summary>The period that contains an instant. If late declarations make several, the last one declared counts.</summary>
    public OptimisedPeriod? PeriodAt(DateTimeOffset at)
    {
        for (var index = Optimised.Length - 1; index >= 0; index--)
        {
            if (Optimised[index].From <= at && !(Optimised[index].End <= at))
            {
                return Optimised[index];
            }
        }

        return null;
    }

    /// <summary>
    /// The reason for a midnight: the main reason recorded by then or, if there was none, the first recorded later that dates
    /// from an earlier day. Null if there is none.
    /// </summary>
    /// <param name="day">The day that begins with the midnight.</param>
    public PrimaryReason? ReasonAt(DateTimeOffset midnight, DateOnly day)
    {
        PrimaryReason? inForce = null;
        foreach (var reason in Reasons)
        {
            if (reason.At <= midnight)
            {
                inForce = reason;
            }
            else if (Holds(inForce, day))
            {
                return inForce;
            }
            else if (Holds(reason, day))
            {
                return reason;
            }
        }

        return Holds(inForce, day) ? inForce : null;
    }

    /// <summary>The mark of a day; null if nobody marked it.</summary>
    public DayMark? MarkOf(DateOnly day)
    {
        foreach (var mark in Days)
        {
            if (mark.Day == day)
            {
                return mark;
            }
        }

        return null;
    }

    /// <summary>What the person waited for at an instant, as far as offers tell. Unsuitable offers, and mistakes, never counted.</summary>
    public WaitsOn WaitsOnAt(DateTimeOffset at) =>
        Offers.Any(offer => offer.StandsAt(at) && offer.AnswerAt(at) == FamilyAnswer.Accepted) ? WaitsOn.Place
        : Offers.Any(offer => offer.StandsAt(at)) ? WaitsOn.Choice
        : WaitsOn.Capacity;

    /// <summary>The history after something happened to an offer; the same if the offer is not known.</summary>
    public StayHistory WithOffer(string id, Func<OfferHistory, OfferHistory> change) =>
        this with { Offers = [.. Offers.Select(offer => offer.Id == id ? change(offer) : offer)] };

    private static bool Holds(PrimaryReason? reason, DateOnly day) => reason is { Reason: not null } && reason.Since < day;
}

/// <param name="Place">The hospital or unit: <c>stockport/stepping-hill</c>.</param>
internal sealed record WardSpell(SiteKey Site, string Place, DateTimeOffset From);

/// <param name="End">When it was withdrawn; null if it was not. It does not record that the person left.</param>
internal sealed record OptimisedPeriod(DateTimeOffset From, DateTimeOffset? End = null);

/// <param name="At">When it was recorded.</param>
/// <param name="Reason">Null if from then on there was none.</param>
internal sealed record PrimaryReason(DateTimeOffset At, DelayReason? Reason, DelayOwner Owner, DateOnly Since);

/// <param name="Ended">When it was done or cancelled; null if it was not. It does not record that the person left.</param>
internal readonly record struct AssessmentSpan(string Id, AssessmentKind Kind, DateTimeOffset Asked, DateTimeOffset? Ended, bool IsDone);

/// <param name="Reason">Null on a green day.</param>
internal readonly record struct DayMark(DateOnly Day, bool IsGreen, DelayReason? Reason);
