using System.Data.Common;
using Npgsql;

namespace CapacityBoard.Journal.Migrations;

/// <summary>A PostgreSQL database. The scripts already run are listed in a table that one of the scripts creates.</summary>
/// <param name="steps">The table, with the columns <c>step</c>, <c>file</c> and the time.</param>
internal sealed class MigratedPostgres(NpgsqlConnection connection, string steps) : MigratedDatabase(connection)
{
    /// <summary>Any number that no other program uses for an advisory lock: "capacity" in ASCII.</summary>
    private const long Lock = 0x6361706163697479;

    private readonly NpgsqlConnection _connection = connection;

    public override async Task<DbTransaction> Begin(CancellationToken token)
    {
        var transaction = await _connection.BeginTransactionAsync(token);
        await Execute("SELECT pg_advisory_xact_lock($1)", token, Lock);
        // A script may read all of a large journal, which takes longer than a statement of a running board may.
        await Execute("SET LOCAL statement_timeout = 0", token);
        return transaction;
    }

    public override async Task<int> Step(CancellationToken token) =>
        await Ask("SELECT to_regclass($1) IS NOT NULL", token, steps) is true
            ? (int)(await Ask($"SELECT coalesce(max(step), 0) FROM {steps}", token))!
            : 0;

    public override Task Record(int step, string file, CancellationToken token) =>
        Execute($"INSERT INTO {steps} (step, file) VALUES ($1, $2)", token, step, file);

    public override JournalUnavailableException Newer(int step, int newest) => new(
        $"The database {_connection.Database} has schema {step}, written by a newer version of CapacityBoard; this one knows {newest}. "
        + "Run the newer version, or choose another database.");
}
