namespace CapacityBoard.Reports;

/// <summary>A chart's content in words, for people who cannot see it.</summary>
internal static class ChartWords
{
    public static string Of(ReportTable table) =>
        $"Line chart by day. {string.Join(" ", table.Charted.Select(code => Of(table, code)))} All the numbers are in the table below.";

    private static string Of(ReportTable table, string code)
    {
        var index = table.Columns.Select(column => column.Code).ToList().IndexOf(code);
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
}
