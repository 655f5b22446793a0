using System.Data.Common;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Migrations;
using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Messages;

/// <summary>
/// Outboxes in a file of their own beside the journal, so that no command waits for them. Each write is on disk before it returns.
/// </summary>
internal sealed class SqliteOutboxes(DataFolder folder) : Outboxes
{
    public const string FileName = "outboxes.db";

    private static readonly MigrationScripts Scripts = new(typeof(SqliteOutboxes).Assembly, "CapacityBoard.Messages.Sqlite");

    private readonly Lazy<string> _connection = new(() => Migrate(folder.PathOf(FileName)));

    protected override async Task<DbConnection> Open(CancellationToken token)
    {
        var connection = new SqliteConnection(_connection.Value);
        await connection.OpenAsync(token);
        return connection;
    }

    protected override JournalUnavailableException? Explain(Exception failure) =>
        failure is SqliteException refused ? SqliteFailure.OfRecording(refused, folder.PathOf(FileName)) : null;

    private static string Migrate(string file)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString();
        using var connection = new SqliteConnection(settings);
        connection.Open();
        connection.Ask("PRAGMA journal_mode = WAL");
        MigratedSqlite.Migrate(connection, Scripts, "The file of messages");
        return settings;
    }
}
