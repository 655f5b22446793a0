using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Migrations;

/// <summary>A SQLite file. Its <c>user_version</c> is the number of the last script run.</summary>
/// <param name="what">What the file is, for the beginning of a sentence: <c>The journal</c>.</param>
internal sealed class MigratedSqlite(SqliteConnection connection, string what) : MigratedDatabase(connection)
{
    private readonly SqliteConnection _connection = connection;

    /// <inheritdoc cref="MigrationScripts.Run"/>
    public static void Migrate(SqliteConnection connection, MigrationScripts scripts, string what) =>
        // SQLite's async methods finish before they return their task, so this blocks on no other thread.
        scripts.Run(new MigratedSqlite(connection, what), CancellationToken.None).GetAwaiter().GetResult();

    public override Task<DbTransaction> Begin(CancellationToken token) =>
        Task.FromResult<DbTransaction>(_connection.BeginTransaction(deferred: false));

    public override async Task<int> Step(CancellationToken token) =>
        Convert.ToInt32(await Ask("PRAGMA user_version", token), CultureInfo.InvariantCulture);

    public override Task Record(int step, string file, CancellationToken token) =>
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step}"), token);

    public override JournalUnavailableException Newer(int step, int newest) => new(
        $"{what} {_connection.DataSource} has schema {step}, written by a newer version of CapacityBoard; this one knows {newest}. "
        + "Run the newer version, or choose another folder with --data.");
}
