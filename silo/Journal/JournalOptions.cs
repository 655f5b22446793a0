namespace CapacityBoard.Journal;

/// <summary>Where the journal is kept. Bound from the configuration section <see cref="Section"/>.</summary>
public sealed class JournalOptions
{
    public const string Section = "Journal";

    /// <summary>
    /// The folder of the SQLite journal, created where it is missing; relative to the current folder. It must be on a
    /// disk of this machine: SQLite's write-ahead log does not work over a network. Default: <c>data</c>. Not used
    /// where <see cref="ConnectionString"/> is set.
    /// </summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// The PostgreSQL database that holds the journal, as Npgsql takes it; null, the default, for SQLite. One database
    /// holds one journal. Any number of processes may share it.
    /// </summary>
    public string? ConnectionString { get; set; }
}
