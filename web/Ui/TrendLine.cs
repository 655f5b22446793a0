using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CapacityBoard.Ui;

/// <summary>A figure by day, as a small line.</summary>
/// <param name="Days">The figure on each day; null where there is none.</param>
public sealed record TrendLine(ImmutableArray<double?> Days)
{
    /// <summary>The same in words: "Today 9. Lowest 4, highest 14 in 28 days."</summary>
    public static string Words(string latest, string lowest, string highest, string span) => $"{latest}. Lowest {lowest}, highest {highest} {span}.";

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

    private double X(int day, double width) => Math.Round(width * day / (Days.Length - 1), 1);

    private double Y(double number, double height)
    {
        var (least, most) = (Days.Min()!.Value, Days.Max()!.Value);
        return Math.Round(least == most ? height / 2 : height * (most - number) / (most - least), 1);
    }
}
