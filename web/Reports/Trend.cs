using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CapacityBoard.Reports;

/// <summary>A headline's figure by day: a small line, and the same in words.</summary>
/// <param name="Days">The figure on each day drawn; null where there is none.</param>
/// <param name="Words">Today's figure, and the lowest and highest.</param>
internal sealed record Trend(ImmutableArray<double?> Days, string Words)
{
    /// <summary>Of figures taken at a midnight, today's last. Null if fewer than two days have one, which makes no line.</summary>
    public static Trend? AtMidnights(ImmutableArray<ReportCell> days) =>
        days.IsEmpty ? null : Of(days, $"Today {days[^1].Text}", $"in {days.Length} days");

    /// <summary>Of figures that grow during a day: today's, the last one, is named but not drawn, since a part of a day does not compare with whole days.</summary>
    public static Trend? OverDays(ImmutableArray<ReportCell> days) =>
        days.IsEmpty ? null : Of(days[..^1], $"Today so far {(days[^1].Number is null ? "none" : days[^1].Text)}", $"in the {days.Length - 1} days before");

    /// <summary>Counts by day as figures; a day that is not among them had none.</summary>
    public static ImmutableArray<ReportCell> Cells(ReportQuestion question, Dictionary<DateOnly, int> days) =>
        [.. question.Days.Select(day => ReportCell.Of(days.GetValueOrDefault(day)))];

    /// <summary>The line as an SVG path from the lowest figure at the bottom to the highest at the top, with a gap on days without one.</summary>
    public string Path(double width, double height)
    {
        var (path, isDrawing) = (new StringBuilder(), false);
        for (var day = 0; day < Days.Length; day++)
        {
            if (Days[day] is { } number)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(isDrawing ? 'L' : 'M')}{X(day, width):0.#} {Y(number, height):0.#}");
            }

            isDrawing = Days[day] is not null;
        }

        return path.ToString();
    }

    /// <summary>Where the last day's figure is on the path; null if there is none.</summary>
    public (double X, double Y)? End(double width, double height) => Days[^1] is { } number ? (X(Days.Length - 1, width), Y(number, height)) : null;

    private static Trend? Of(ImmutableArray<ReportCell> days, string today, string span)
    {
        var known = days.Where(day => day.Number is not null).ToList();
        return known.Count < 2
            ? null
            : new([.. days.Select(day => day.Number)], $"{today}. Lowest {known.MinBy(day => day.Number)!.Text}, highest {known.MaxBy(day => day.Number)!.Text} {span}.");
    }

    private double X(int day, double width) => Math.Round(width * day / (Days.Length - 1), 1);

    private double Y(double number, double height)
    {
        var (least, most) = (Days.Min()!.Value, Days.Max()!.Value);
        return Math.Round(least == most ? height / 2 : height * (most - number) / (most - least), 1);
    }
}
