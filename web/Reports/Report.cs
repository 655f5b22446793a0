using System.Collections.Immutable;

namespace CapacityBoard.Reports;

/// <summary>A locality's figures over some days, as tables; pages, files and the API show the same ones.</summary>
/// <param name="HowCounted">What each figure counts, in sentences for the reader.</param>
/// <param name="Overall">The figure of all days and places together, in a sentence; null for none.</param>
internal sealed record Report(
    string Code, string Title, ReportQuestion Question, ImmutableArray<ReportTable> Tables, ImmutableArray<string> HowCounted, string? Overall = null);

/// <param name="IsFileOnly">True for a table too long for a page.</param>
/// <param name="IsFolded">True for a table that is shown only when asked for.</param>
/// <param name="Chart">The columns drawn as lines over the days of the first one; empty for none.</param>
/// <param name="Summary">A sentence to read before the table; null for none.</param>
internal sealed record ReportTable(
    string Code,
    string Caption,
    ImmutableArray<ReportColumn> Columns,
    ImmutableArray<ReportRow> Rows,
    bool IsFileOnly = false,
    bool IsFolded = false,
    ImmutableArray<string> Chart = default,
    string? Summary = null)
{
    public ImmutableArray<string> Charted => Chart.IsDefault ? [] : Chart;
}

/// <param name="Code">The name in files and the API.</param>
/// <param name="IsNumber">True if its cells hold numbers.</param>
/// <param name="HasBars">True if each number has a bar beside it.</param>
internal sealed record ReportColumn(string Code, string Label, bool IsNumber = true, bool HasBars = false)
{
    public static ReportColumn Words(string code, string label) => new(code, label, IsNumber: false);
}

internal sealed record ReportRow(params ImmutableArray<ReportCell> Cells)
{
    /// <summary>True for what has nothing recorded. It has no bar, which would be so long that the others could not be compared.</summary>
    public bool IsNotRecorded { get; init; }
}

/// <param name="Text">For people.</param>
/// <param name="Value">For programs: a string, a number or null.</param>
/// <param name="Behind">What was counted for it; null if it is not a count.</param>
internal sealed record ReportCell(string Text, object? Value, Behind? Behind = null)
{
    public double? Number => Value switch { int count => count, double number => number, _ => null };

    public static ReportCell Of(string text, string? value = null) => new(text, value ?? text);

    public static ReportCell Of(DateOnly day) => new(ReportWords.Day(day), day.ToString("O", null));

    public static ReportCell Of(int count, Behind? behind = null) => new(count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), count, count == 0 ? null : behind);

    public static ReportCell Of(double? number, int decimals = 1) => number is { } known
        ? new(ReportWords.Number(known, decimals), Math.Round(known, decimals))
        : new("–", null);

    /// <inheritdoc cref="Share(int, int)"/>
    public static ReportCell Share(TimeSpan part, TimeSpan whole) => whole <= TimeSpan.Zero ? Share(0, 0) : new($"{ReportWords.Number(100 * (part / whole), 1)}%", Math.Round(100 * (part / whole), 1));

    /// <summary>A part of a whole in per cent; empty if the whole is 0.</summary>
    public static ReportCell Share(int part, int whole) => whole == 0 ? new("–", null) : new($"{ReportWords.Number(100.0 * part / whole, 1)}%", Math.Round(100.0 * part / whole, 1));
}
