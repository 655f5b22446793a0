using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// What the journal says of one stay, as far as reports count it, as it is known now: what was recorded late stands where it
/// happened. A stay whose admission was cancelled has none; a discharge that was cancelled is not in it.
/// </summary>
/// <param name="Admitted">Admission to the hospital.</param>
/// <param name="Wards">Where the person has been, the first first; never empty.</param>
internal sealed record StayHistory(string Reference, DateTimeOffset Admitted, string? Home, ImmutableArray<WardSpell> Wards)
{
    /// <summary>In the order in which they were declared. One that was cancelled is not among them.</summary>
    public ImmutableArray<OptimisedPeriod> Optimised { get; init; } = [];

    /// <summary>Which delay was the primary one from when on, in the order in which it was recorded.</summary>
    public ImmutableArray<PrimaryReason> Reasons { get; init; } = [];

    /// <summary>What was said of days, in the order in which it was said; the last word on a day counts.</summary>
    public ImmutableArray<DayMark> Days { get; init; } = [];

    public Pathway? Pathway { get; init; }

    /// <summary>When the person left; null while they are here.</summary>
    public DateTimeOffset? Left { get; init; }

    public Destination Destination { get; init; }

    public WardSpell Current => Wards[^1];

    /// <summary>Where the person was at an instant; before the first that is known, there.</summary>
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

    /// <summary>When the person left a place that they were in, for another ward or for good; null while they are there.</summary>
    public DateTimeOffset? LeftFrom(WardSpell spell) => Wards.IndexOf(spell) is var index && index + 1 < Wards.Length ? Wards[index + 1].From : Left;

    /// <summary>The period in which an instant lies; where several do, as they were declared late, the one declared last.</summary>
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
    /// The reason for a midnight: the delay that was primary by what had been recorded; where none had, the first that was
    /// recorded later and says that it has held since a day before. Null where there is none.
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

    private static bool Holds(PrimaryReason? reason, DateOnly day) => reason is { Reason: not null } && reason.Since < day;
}

/// <param name="Place">The hospital, or the unit: <c>stockport/stepping-hill</c>.</param>
internal sealed record WardSpell(SiteKey Site, string Place, DateTimeOffset From);

/// <param name="End">When it was withdrawn; null where it was not. That the person left is not said here.</param>
internal sealed record OptimisedPeriod(DateTimeOffset From, DateTimeOffset? End = null);

/// <param name="At">When it was recorded.</param>
/// <param name="Reason">Null where from then on there was none.</param>
internal sealed record PrimaryReason(DateTimeOffset At, DelayReason? Reason, DelayOwner Owner, DateOnly Since);

/// <param name="Reason">Null on a green day.</param>
internal readonly record struct DayMark(DateOnly Day, bool IsGreen, DelayReason? Reason);
