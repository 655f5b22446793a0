using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Applies events to a discharge plan.</summary>
internal static class Plans
{
    /// <summary>Covers the days that can still be marked and the week before them, which a screen shows.</summary>
    private const int DaysKept = 14;

    public static DischargePlan Apply(DischargePlan plan, PlanEvent happened, Stamp stamp) => happened switch
    {
        PathwaySet e => plan with { Pathway = e.Pathway },
        NeedsSet e => plan with { Needs = e.Needs },
        DelayRecorded e => plan with { Delays = With(plan.Delays, new(e.Reason, e.Owner, e.Since, e.IsPrimary, e.Note, stamp, e.Assessment, e.Offer)) },
        DelayEnded e => plan with { Delays = WithPrimary(plan.Delays.RemoveAll(delay => delay.Reason == e.Reason)) },
        DayMarked e => plan with { Days = With(plan.Days, new(e.Day, e.IsGreen, e.Reason, e.Note, stamp)) },
        ChoiceListGiven e => plan with { Choices = new(e.Version, e.At, stamp) },
        _ => plan,
    };

    /// <summary>A plan recorded when two reasons had codes of their own that are one reason now: the main one of the two is kept, or the first.</summary>
    public static DischargePlan? WithEachReasonOnce(DischargePlan? plan) => plan?.Delays.CountBy(delay => Codes.Current(delay.Reason)).Any(each => each.Value > 1) == true
        ? plan with { Delays = [.. plan.Delays.GroupBy(delay => Codes.Current(delay.Reason)).Select(same => same.FirstOrDefault(delay => delay.IsPrimary) ?? same.First())] }
        : plan;

    private static ImmutableArray<Delay> With(ImmutableArray<Delay> delays, Delay recorded)
    {
        var others = recorded.IsPrimary ? [.. delays.Select(delay => delay with { IsPrimary = false })] : delays;
        var index = others.FindIndex(delay => delay.Reason == recorded.Reason);
        return WithPrimary(index < 0 ? others.Add(recorded) : others.SetItem(index, recorded));
    }

    /// <summary>Makes the reason that has lasted longest the main one if none is.</summary>
    private static ImmutableArray<Delay> WithPrimary(ImmutableArray<Delay> delays)
    {
        if (delays.IsEmpty || delays.Any(delay => delay.IsPrimary))
        {
            return delays;
        }

        var longest = delays.MinBy(delay => delay.Since)!;
        return delays.Replace(longest, longest with { IsPrimary = true });
    }

    private static ImmutableArray<MarkedDay> With(ImmutableArray<MarkedDay> days, MarkedDay marked)
    {
        var kept = days.RemoveAll(day => day.Day == marked.Day).Add(marked).OrderBy(day => day.Day).ToImmutableArray();
        return kept.RemoveAll(day => kept[^1].Day.DayNumber - day.Day.DayNumber >= DaysKept);
    }

    private static int FindIndex(this ImmutableArray<Delay> delays, Predicate<Delay> match) => delays.ToList().FindIndex(match);
}
