using System.Collections.Immutable;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>A headline's figure by day: a small line, and the same in words.</summary>
/// <param name="Words">Today's figure, and the lowest and highest.</param>
internal sealed record Trend(TrendLine Line, string Words)
{
    /// <summary>Of figures taken at a midnight, today's last. Null if fewer than two days have one, which makes no line.</summary>
    public static Trend? AtMidnights(ImmutableArray<ReportCell> days) =>
        days.IsEmpty ? null : Of(days, $"Today {days[^1].Text}", $"in {days.Length} days");

    /// <summary>Of figures that grow during a day: today's, the last one, is named but not drawn, since a part of a day does not compare with whole days.</summary>
    /// <param name="today">Today's figure in other words: a share of the few so far would mislead. Null for the figure.</param>
    public static Trend? OverDays(ImmutableArray<ReportCell> days, string? today = null) =>
        days.IsEmpty ? null : Of(days[..^1], $"Today so far {today ?? (days[^1].Number is null ? "none" : days[^1].Text)}", $"in the {days.Length - 1} days before");

    /// <summary>Counts by day as figures; a day that is not among them had none.</summary>
    public static ImmutableArray<ReportCell> Cells(ReportQuestion question, Dictionary<DateOnly, int> days) =>
        [.. question.Days.Select(day => ReportCell.Of(days.GetValueOrDefault(day)))];

    private static Trend? Of(ImmutableArray<ReportCell> days, string today, string span)
    {
        var known = days.Where(day => day.Number is not null).ToList();
        return known.Count < 2
            ? null
            : new(
                new([.. days.Select(day => day.Number)]),
                TrendLine.Words(today, known.MinBy(day => day.Number)!.Text, known.MaxBy(day => day.Number)!.Text, span));
    }
}
