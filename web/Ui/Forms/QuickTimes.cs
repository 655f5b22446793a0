using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>Times that people mostly mean, so that they tap instead of type.</summary>
public static class QuickTimes
{
    private const int Most = 4;

    private static readonly (int Day, int Hour)[] Usual = [(0, 10), (0, 14), (0, 18), (1, 10), (1, 14), (2, 10), (2, 14)];

    /// <summary>The next usual times of day: "Today 14:00", "Tomorrow 10:00".</summary>
    public static IReadOnlyList<Option> Next(DateTimeOffset now)
    {
        var today = LocalDay.Of(now);
        return [.. Usual
            .Select(each => LocalDay.FromLocal(today.AddDays(each.Day).ToDateTime(new(each.Hour, 0))))
            .Where(at => at > now)
            .Take(Most)
            .Select(at => new Option(TypedTime.ToChoice(at), $"{Day(LocalDay.Of(at), today)} {Clock(at)}"))];
    }

    /// <summary>So many hours from now, each with the time at which that ends.</summary>
    public static IReadOnlyList<Option> After(DateTimeOffset now, params IEnumerable<int> hours) =>
        [.. hours.Select(count => new Option(TypedTime.ToChoice(now.AddHours(count)), $"{count} hours, until {Of(now.AddHours(count), now)}"))];

    /// <summary>A day as people say it: "Today", "Tomorrow", "Friday", "Friday 27 March".</summary>
    public static string Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        -1 => "Yesterday",
        0 => "Today",
        1 => "Tomorrow",
        > 1 and < 7 => day.ToString("dddd", CultureInfo.InvariantCulture),
        _ when day.Year == today.Year => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture),
        _ => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>A time within a sentence: "today at 14:00", "Friday 27 March at 10:00".</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now) =>
        $"{InSentence(LocalDay.Of(at), LocalDay.Of(now))} at {Clock(at)}";

    public static string Clock(DateTimeOffset at) => LocalTime.Text(at);

    public static string InSentence(DateOnly day, DateOnly today) =>
        Math.Abs(day.DayNumber - today.DayNumber) <= 1 ? Day(day, today).ToLowerInvariant() : Day(day, today);
}
