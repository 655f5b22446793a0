namespace CapacityBoard.Reports;

/// <summary>A report's table as plain numbers, to be held against others.</summary>
internal static class Shown
{
    /// <summary>The numbers of a column, by the codes of the words in the row; rows with nothing in it are left out.</summary>
    public static SortedDictionary<string, double> Column(this Report report, string table, string column)
    {
        var found = report.Tables.Single(each => each.Code == table);
        var index = found.Columns.Select(each => each.Code).ToList().IndexOf(column);
        var words = found.Columns.Select((each, at) => (each.IsNumber, at)).Where(each => !each.IsNumber).Select(each => each.at).ToList();
        var numbers = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in found.Rows)
        {
            if (row.Cells[index].Number is { } number and not 0)
            {
                numbers.Add(string.Join('|', words.Select(at => row.Cells[at].Value)), number);
            }
        }

        return numbers;
    }

    public static SortedDictionary<string, double> Counts<T>(this IEnumerable<T> all, Func<T, string> by)
    {
        var counts = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var group in all.GroupBy(by))
        {
            counts.Add(group.Key, group.Count());
        }

        return counts;
    }
}
