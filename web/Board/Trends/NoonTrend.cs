using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Ui;

namespace CapacityBoard.Board.Trends;

/// <summary>A figure at noon on each of some days, to compare what is so now with.</summary>
/// <param name="Days">By day; null where there is no figure.</param>
/// <param name="LastDay">The last one in words: "Today".</param>
internal sealed record NoonTrend(ImmutableArray<int?> Days, string LastDay)
{
    /// <summary>Fewer figures say nothing about what is usual.</summary>
    private const int FewestFigures = 3;

    public TrendLine Line => new([.. Days.Select(day => (double?)day)]);

    /// <summary>"Today 9".</summary>
    public string Latest => $"{LastDay} {(Days[^1] is { } last ? Text(last) : "not known")}";

    /// <summary>"28 days".</summary>
    public string Span => $"{Days.Count(day => day is not null)} days";

    /// <summary>"4 to 14".</summary>
    public string Range => Days.Min() == Days.Max() ? $"always {Text(Days.Max())}" : $"{Text(Days.Min())} to {Text(Days.Max())}";

    /// <summary>"Today 9. Lowest 4, highest 14 in 28 days."</summary>
    public string Words => TrendLine.Words(Latest, Text(Days.Min()), Text(Days.Max()), $"in {Span}");

    public static NoonTrend? Of(ImmutableArray<int?> days, string lastDay) =>
        days.Count(day => day is not null) < FewestFigures ? null : new(days, lastDay);

    private static string Text(int? figure) => string.Create(CultureInfo.InvariantCulture, $"{figure:#,0}");
}
