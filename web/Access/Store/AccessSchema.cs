using CapacityBoard.Journal.Migrations;
using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Access.Store;

/// <summary>
/// Creates the tables of <see cref="AccessContext"/> in a data folder from the numbered files in <c>Sqlite/</c>. On PostgreSQL
/// they are among the journal's migrations.
/// </summary>
internal static class AccessSchema
{
    public const string File = "access.db";

    private static readonly MigrationScripts Scripts = new(typeof(AccessSchema).Assembly, "CapacityBoard.Access.Store.Sqlite");

    /// <summary>A connection string for the data folder's file. Each commit is on disk before it returns.</summary>
    public static string ConnectionString(string dataFolder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, File), DefaultTimeout = 5 }.ToString();

    /// <summary>Creates the file if there is none.</summary>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The file cannot be used, or a newer version of the product wrote it; it is left unchanged.
    /// </exception>
    public static void Migrate(string dataFolder)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(dataFolder));
            connection.Open();
            connection.Ask("PRAGMA journal_mode = WAL");
            MigratedSqlite.Migrate(connection, Scripts, "The file of accounts");
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.OfOpening(failure, Path.Combine(dataFolder, File));
        }
    }
}
