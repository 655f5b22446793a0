using System.Data.Common;
using CapacityBoard.Journal.Migrations;
using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Beside;

/// <summary>
/// A file of its own beside the journal, so that no command waits for it. Each write is on disk before it returns. SQLite's asynchronous methods
/// block, so they run where no grain waits for them.
/// </summary>
/// <param name="what">What the file is, for the beginning of a sentence.</param>
internal sealed class SqliteBeside(DataFolder folder, string file, MigrationScripts scripts, string what) : DatabaseBeside
{
    private readonly Lazy<string> _connection = new(() => Migrate(folder.PathOf(file), scripts, what));

    protected override async Task<DbConnection> Open(CancellationToken token)
    {
        var connection = new SqliteConnection(_connection.Value);
        await connection.OpenAsync(token);
        return connection;
    }

    protected override Task<T> Run<T>(Func<Task<T>> ask) => Task.Run(ask);

    protected override JournalUnavailableException? Explain(Exception failure) =>
        failure is SqliteException refused ? SqliteFailure.OfRecording(refused, folder.PathOf(file)) : null;

    private static string Migrate(string path, MigrationScripts scripts, string what)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 5 }.ToString();
        using var connection = new SqliteConnection(settings);
        connection.Open();
        connection.Ask("PRAGMA journal_mode = WAL");
        MigratedSqlite.Migrate(connection, scripts, what);
        return settings;
    }
}
