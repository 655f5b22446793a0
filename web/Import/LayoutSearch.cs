namespace CapacityBoard.Import;

/// <summary>Finds the row of column names, and remembers the closest candidate.</summary>
internal sealed class LayoutSearch
{
    private (DirectoryLayout Layout, Header Header, double Share)? _nearest;

    /// <summary>The layout that has a row as its header; null if none has.</summary>
    public DirectoryLayout? Find(Header header)
    {
        foreach (var layout in DirectoryLayout.Known)
        {
            var share = 1 - (double)layout.LackedBy(header).Count() / layout.Needed.Length;
            if (share == 1)
            {
                return layout;
            }

            if (share > (_nearest?.Share ?? 0))
            {
                _nearest = (layout, header, share);
            }
        }

        return null;
    }

    public ImportProblem Problem()
    {
        var known = DirectoryLayout.Known.Select(layout => $"{layout.Name} ({NamesOf(layout.Needed)})");
        var nearest = _nearest is var (layout, header, _)
            ? $" The closest known layout is {layout.Name}, but these columns are missing: {NamesOf(layout.LackedBy(header))}. Rename the columns and import again."
            : "";
        return new(
            ImportProblemCode.LayoutUnknown,
            $"No row has the column names of a known directory.{nearest} You can import these comma-separated layouts: {string.Join("; ", known)}.");
    }

    private static string NamesOf(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => column.Name));
}
