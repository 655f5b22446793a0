namespace CapacityBoard.Journal;

/// <summary>Where the journal is kept. Bound from the configuration section <see cref="Section"/>.</summary>
public sealed class JournalOptions
{
    public const string Section = "Journal";

    /// <summary>
    /// The folder of the SQLite journal, relative to the current folder; created if it is missing. It must be on a disk of
    /// this machine, because SQLite's write-ahead log does not work over a network. Default: <c>data</c>. Not used if
    /// <see cref="ConnectionString"/> is set.
    /// </summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// Connection string of the PostgreSQL database that holds the journal, in Npgsql's format. Default: null, for SQLite. One
    /// database holds one journal. Any number of processes may share it.
    /// </summary>
    public string? ConnectionString { get; set; }
}
