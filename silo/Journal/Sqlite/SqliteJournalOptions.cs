namespace CapacityBoard.Journal.Sqlite;

/// <summary>Where the SQLite journal keeps its file. Bound from the configuration section <see cref="Section"/>.</summary>
public sealed class SqliteJournalOptions
{
    public const string Section = "Journal";

    /// <summary>
    /// The folder of <c>journal.db</c>, created where it is missing; relative to the current folder. It must be on a
    /// disk of this machine: SQLite's write-ahead log does not work over a network. Default: <c>data</c>.
    /// </summary>
    public string DataFolder { get; set; } = "data";
}
