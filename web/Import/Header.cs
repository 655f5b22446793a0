namespace CapacityBoard.Import;

/// <summary>The row of column names. Letters' case and surplus spaces do not matter; of two columns with one name the first counts.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    public Header(IReadOnlyList<string> values)
    {
        for (var column = 0; column < values.Count; column++)
        {
            if (Values.OneLine(values[column]) is { } name)
            {
                _columns.TryAdd(name, column);
                Width = column + 1;
            }
        }
    }

    /// <summary>How many values a row has, unnamed columns at the end not counted.</summary>
    public int Width { get; }

    public IEnumerable<string> Names => _columns.Keys;

    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>The value as it stands in the file; empty where there is no such column.</summary>
    public string Value(IReadOnlyList<string> values, string name) =>
        _columns.TryGetValue(name, out var column) && column < values.Count ? values[column] : "";
}
