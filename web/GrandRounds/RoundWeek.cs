using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>One week's grand round: it begins at the start of its day and continues until the next week's begins.</summary>
/// <param name="Day">The day on which it is held.</param>
public sealed record RoundWeek(DateOnly Day)
{
    private const int Days = 7;

    public DateTimeOffset Begins => LocalDay.StartOf(Day);

    /// <summary>The last instant of its day, by which it has been held.</summary>
    public DateTimeOffset EndOfDay => LocalDay.StartOf(Day.AddDays(1)).AddTicks(-1);

    public RoundWeek Previous => new(Day.AddDays(-Days));

    public RoundWeek Next => new(Day.AddDays(Days));

    /// <summary>The current round at a time: today's, or the last one.</summary>
    public static RoundWeek Of(DateTimeOffset now, LocalityPolicy policy)
    {
        var today = LocalDay.Of(now);
        return new(today.AddDays(-((today.DayOfWeek - policy.GrandRoundDay + Days) % Days)));
    }

    /// <summary>Up to this many rounds before this one, newest first; none that ended before an instant.</summary>
    public ImmutableArray<RoundWeek> Before(DateTimeOffset earliest, int most) =>
        [.. Enumerable.Range(1, most).Select(weeks => new RoundWeek(Day.AddDays(-weeks * Days))).TakeWhile(week => week.EndOfDay >= earliest)];
}
