using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.People;

/// <summary>
/// One day of a stay: green, or red. A day that nobody marked is red once it is over; until then it is not marked yet.
/// </summary>
/// <param name="Marked">The mark; null if nobody marked it.</param>
public sealed record DayView(DateOnly Day, DateOnly Today, MarkedDay? Marked)
{
    private const int Shown = 14;

    public bool IsGreen => Marked?.IsGreen == true;

    /// <summary>True for today until somebody marks it.</summary>
    public bool IsNotMarkedYet => Marked is null && Day >= Today;

    /// <summary>True for a day that ended without a mark, so that it counts as red.</summary>
    public bool IsUnmarked => Marked is null && Day < Today;

    /// <summary>"Green", "Red", "Red, not marked" or "Not marked yet".</summary>
    public string Colour => IsGreen ? "Green" : IsUnmarked ? "Red, not marked" : IsNotMarkedYet ? "Not marked yet" : "Red";

    public string Name => QuickTimes.Day(Day, Today);

    public string Weekday => Day.ToString("ddd", CultureInfo.InvariantCulture);

    public string Date => Day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>Why it was red, and any note.</summary>
    public string? Because => string.Join(". ", new[] { Marked?.Reason?.Entry().Words, Marked?.Note }.OfType<string>()) is { Length: > 0 } words ? words : null;

    /// <summary>A stay's last 14 days, oldest first.</summary>
    public static IReadOnlyList<DayView> Of(Stay stay, DateOnly today)
    {
        var first = LocalDay.Of(stay.AdmittedAt);
        return [.. Enumerable.Range(0, Shown).Select(ago => today.AddDays(ago - Shown + 1))
            .Where(day => day >= first)
            .Select(day => new DayView(day, today, stay.Plan?.Of(day)))];
    }
}
