using System.Reflection;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Access.Store;

/// <summary>
/// The tables of <see cref="AccessContext"/> in a data folder, in the numbered files of <c>Sqlite/</c>. A file that was ever
/// released is never changed: what follows is a new one. On PostgreSQL they are among the journal's migrations.
/// </summary>
internal static class AccessSchema
{
    public const string File = "access.db";

    private const string Folder = "CapacityBoard.Access.Store.Sqlite.";

    private static readonly string[] Migrations =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A connection string for the file in a data folder. Each commit is on disk before it is answered for.</summary>
    public static string ConnectionString(string dataFolder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, File), DefaultTimeout = 5 }.ToString();

    /// <summary>Creates the file, or takes it to the newest step, all or nothing.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be used, or a newer version of the product wrote it; it is left as it was.</exception>
    public static void Migrate(string dataFolder)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(dataFolder));
            connection.Open();
            connection.Ask("PRAGMA journal_mode = WAL");
            SqliteMigrations.Apply(connection, [.. Migrations.Select(Read)], "The file of accounts");
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.OfOpening(failure, Path.Combine(dataFolder, File));
        }
    }

    private static string Read(string resource)
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }
}
