using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Reports;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A hospital's long stays, counted. Nothing in it tells of whom.</summary>
/// <param name="Marks">How many stays have reached each of the <see cref="RoundMarks"/>; the first counts all.</param>
/// <param name="MeanMidnights">Over the long stays; null where there is none.</param>
/// <param name="MedianMidnights">Over the long stays; null where there is none.</param>
/// <param name="Delayed">Medically optimised, and the day of the discharge ready date has passed.</param>
/// <param name="ByReason">The primary delays, the commonest first.</param>
/// <param name="ByOwner">The same by who has to end them.</param>
/// <param name="WithoutReason">Medically optimised, and nothing says what they wait for.</param>
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

/// <summary>Stays of so many midnights or more.</summary>
public sealed record MarkCount(int Midnights, int Stays);

/// <param name="DelayedDays">Midnights since their discharge ready dates, summed.</param>
public sealed record ReasonCount(DelayReason Reason, int People, int DelayedDays);

/// <inheritdoc cref="ReasonCount"/>
public sealed record OwnerCount(DelayOwner Owner, int People, int DelayedDays);
