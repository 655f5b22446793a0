namespace CapacityBoard.Reports;

public sealed class ChartWordsTests
{
    [Fact]
    public void GivenFewLines_ThenEachIsToldFromLowestToHighest() => ChartWords.Of(Chart(1)).ShouldBe(
        "Line chart by day. Type 0: from 25.0% on Sun 29 Nov 2026 to 50.0% on Mon 30 Nov 2026; 50.0% on the last day. All the numbers are in the table below.");

    [Fact]
    public void GivenManyLines_ThenOnlyWhereTheyEnd() => ChartWords.Of(Chart(5)).ShouldBe(
        "Line chart by day. On the last day: Type 0 50.0%, Type 1 50.0%, Type 2 50.0%, Type 3 50.0%, Type 4 50.0%. All the numbers are in the table below.");

    private static ReportTable Chart(int lines)
    {
        var codes = Enumerable.Range(0, lines).Select(line => $"type-{line}").ToList();
        return new(
            "by-day",
            "By day",
            [ReportColumn.Words("day", "Day"), .. codes.Select(code => new ReportColumn(code, ReportWords.Spoken(code)))],
            [Row(new(2026, 11, 29), ReportCell.Share(1, 4)), Row(new(2026, 11, 30), ReportCell.Share(1, 2))],
            Chart: [.. codes]);

        ReportRow Row(DateOnly day, ReportCell cell) => new([ReportCell.Of(day), .. codes.Select(_ => cell)]);
    }
}
