namespace CapacityBoard.Import;

/// <summary>The row of column names. If two columns share a name, the first counts.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Dictionary<string, (Column Column, string Ending)[]> _under = new(StringComparer.Ordinal);

    public Header(IReadOnlyList<string> values)
    {
        for (var column = 0; column < values.Count; column++)
        {
            if (Values.OneLine(values[column]) is { } name)
            {
                _columns.TryAdd(Column.KeyOf(name), column);
                _names.Add(name);
                Width = column + 1;
            }
        }
    }

    /// <summary>The least number of values in a row, without unnamed columns at the end.</summary>
    public int Width { get; }

    public bool Has(Column column) => column.Keys.Any(_columns.ContainsKey);

    /// <summary>The value as written in the file; empty if there is no such column.</summary>
    public string Value(IReadOnlyList<string> values, Column column)
    {
        foreach (var key in column.Keys)
        {
            if (_columns.TryGetValue(key, out var place))
            {
                return place < values.Count ? values[place] : "";
            }
        }

        return "";
    }

    /// <summary>The columns whose names share a prefix, each with the rest of its name.</summary>
    public IReadOnlyList<(Column Column, string Ending)> Under(string prefix)
    {
        if (!_under.TryGetValue(prefix, out var columns))
        {
            _under[prefix] = columns = [.. _names
                .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Select(name => (new Column(name), name[prefix.Length..]))];
        }

        return columns;
    }
}
