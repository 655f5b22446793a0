namespace CapacityBoard.Reports;

/// <summary>A chart's content in words, for people who cannot see it.</summary>
internal static class ChartWords
{
    /// <summary>More lines than this are only told by where they end.</summary>
    private const int Few = 4;

    public static string Of(ReportTable table) =>
        $"Line chart by day. {(table.Charted.Length > Few ? Ends(table) : string.Join(" ", table.Charted.Select(code => Of(table, code))))} All the numbers are in the table below.";

    private static string Ends(ReportTable table) => $"On the last day: {string.Join(", ", table.Charted.Select(code => End(table, IndexOf(table, code))))}.";

    private static string End(ReportTable table, int index) => $"{table.Columns[index].Label} {table.Rows[^1].Cells[index].Text}";

    private static string Of(ReportTable table, string code)
    {
        var index = IndexOf(table, code);
        var numbers = table.Rows.Where(row => row.Cells[index].Number is not null).ToList();
        if (numbers.Count == 0)
        {
            return $"{table.Columns[index].Label}: no numbers.";
        }

        var (least, most) = (numbers.MinBy(row => row.Cells[index].Number)!, numbers.MaxBy(row => row.Cells[index].Number)!);
        return least.Cells[index].Number == most.Cells[index].Number
            ? $"{table.Columns[index].Label}: {most.Cells[index].Text} throughout."
            : $"{table.Columns[index].Label}: from {least.Cells[index].Text} on {least.Cells[0].Text} to {most.Cells[index].Text} on {most.Cells[0].Text}; {numbers[^1].Cells[index].Text} on the last day.";
    }

    private static int IndexOf(ReportTable table, string code) => table.Columns.Select(column => column.Code).ToList().IndexOf(code);
}
