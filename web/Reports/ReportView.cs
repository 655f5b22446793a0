using System.Collections.Immutable;

namespace CapacityBoard.Reports;

/// <summary>A report as the API returns it.</summary>
/// <param name="Hospital">The only hospital or unit counted; null for all.</param>
/// <param name="HowCounted">What the figures count, in sentences.</param>
internal sealed record ReportView(
    string Report, string Locality, DateOnly From, DateOnly To, string? Hospital, DateTimeOffset At, ImmutableArray<string> HowCounted, ImmutableArray<ReportTableView> Tables)
{
    public static ReportView Of(Report report) => new(
        report.Code,
        report.Question.Locality,
        report.Question.From,
        report.Question.To,
        report.Question.Place,
        report.Question.Now,
        report.HowCounted,
        [.. report.Tables.Select(ReportTableView.Of)]);
}

/// <param name="Columns">What each column is, by its code, in page order.</param>
/// <param name="Rows">Each row's values by column code: codes, days and numbers.</param>
internal sealed record ReportTableView(
    string Table, string Caption, ImmutableArray<ReportColumnView> Columns, ImmutableArray<Dictionary<string, object?>> Rows)
{
    public static ReportTableView Of(ReportTable table) => new(
        table.Code,
        table.Caption,
        [.. table.Columns.Select(column => new ReportColumnView(column.Code, column.Label))],
        [.. table.Rows.Select(row => row.Cells.Zip(table.Columns).ToDictionary(pair => pair.Second.Code, pair => pair.First.Value))]);
}

internal sealed record ReportColumnView(string Code, string Label);
