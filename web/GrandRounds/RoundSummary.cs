using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Reports;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>Counts of a hospital's long stays. It identifies nobody.</summary>
/// <param name="Marks">How many stays have reached each of the <see cref="RoundMarks"/>; the first counts all.</param>
/// <param name="MeanMidnights">Of the long stays; null if there are none.</param>
/// <param name="MedianMidnights">Of the long stays; null if there are none.</param>
/// <param name="Delayed">Medically optimised people whose discharge ready date's day has passed.</param>
/// <param name="ByReason">By main reason for delay, most common first.</param>
/// <param name="ByOwner">The same by who is responsible.</param>
/// <param name="WithoutReason">Medically optimised people without a recorded reason for delay.</param>
/// <param name="Reviewed">How many of the long stays this round has reviewed.</param>
public sealed record RoundSummary(
    int LongStays,
    ImmutableArray<MarkCount> Marks,
    double? MeanMidnights,
    double? MedianMidnights,
    int Optimised,
    int Delayed,
    ImmutableArray<ReasonCount> ByReason,
    ImmutableArray<OwnerCount> ByOwner,
    int WithoutReason,
    int Reviewed,
    int OpenActions,
    int OverdueActions)
{
    public static RoundSummary Of(ImmutableArray<RoundStay> stays, LocalityPolicy policy, DateTimeOffset now)
    {
        var lengths = Lengths.Of(stays.Select(stay => (double)stay.Midnights));
        return new(
            stays.Length,
            [.. RoundMarks.Of(policy).Select(mark => new MarkCount(mark, stays.Count(stay => stay.Midnights >= mark)))],
            lengths.Mean,
            lengths.Median,
            stays.Count(stay => stay.Stay.Optimised is not null),
            stays.Count(stay => stay.Stay.IsDelayed(now)),
            [.. Primary(stays, delay => delay.Reason).Select(each => new ReasonCount(each.Key, each.People, each.Days))],
            [.. Primary(stays, delay => delay.Owner).Select(each => new OwnerCount(each.Key, each.People, each.Days))],
            stays.Count(stay => stay.Stay is { Optimised: not null, PrimaryDelay: null }),
            stays.Count(stay => stay.IsReviewed),
            stays.Sum(stay => stay.OpenActions.Count()),
            stays.Sum(stay => stay.OpenActions.Count(action => action.IsOverdue(now))));
    }

    private static IEnumerable<(TKey Key, int People, int Days)> Primary<TKey>(ImmutableArray<RoundStay> stays, Func<Delay, TKey> key)
        where TKey : struct, Enum => stays
        .Where(stay => stay.Stay.PrimaryDelay is not null)
        .GroupBy(stay => key(stay.Stay.PrimaryDelay!))
        .Select(group => (group.Key, group.Count(), group.Sum(stay => stay.DelayedDays)))
        .OrderByDescending(each => each.Item2)
        .ThenBy(each => each.Key);
}

/// <summary>How many stays are of this many midnights or more.</summary>
public sealed record MarkCount(int Midnights, int Stays);

/// <param name="DelayedDays">The sum of midnights since their discharge ready dates.</param>
public sealed record ReasonCount(DelayReason Reason, int People, int DelayedDays);

/// <inheritdoc cref="ReasonCount"/>
public sealed record OwnerCount(DelayOwner Owner, int People, int DelayedDays);
