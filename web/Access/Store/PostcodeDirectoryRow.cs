namespace CapacityBoard.Access.Store;

/// <summary>The imported postcode directory. There is one row, except while a new directory takes the place of the last.</summary>
internal sealed class PostcodeDirectoryRow
{
    public long Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>What was taken from the file, as JSON.</summary>
    public required string Counts { get; init; }

    /// <summary>The positions, as the folder Postcodes writes them.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When this board's first directory was imported: until then, distances were from the sites.</summary>
    public DateTimeOffset Since { get; init; }

    public DateTimeOffset Imported { get; init; }

    public required string ImportedBy { get; init; }
}
