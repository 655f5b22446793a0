using CapacityBoard.Journal.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace CapacityBoard.Journal.Copying;

/// <summary>The entries of a journal in PostgreSQL.</summary>
internal sealed class PostgresRows : IJournalRows
{
    private const string Columns = PostgresJournalRows.Columns;

    private readonly NpgsqlDataSource _source;

    private PostgresRows(NpgsqlDataSource source) => _source = source;

    public string Name => $"The database {PostgresConnections.NameOf(_source)}";

    /// <summary>Opens the journal in a database, after migrating the database to this program's schema.</summary>
    public static async Task<PostgresRows> Open(string connectionString, CancellationToken token)
    {
        var rows = new PostgresRows(PostgresConnections.Open(connectionString));
        try
        {
            await rows.Use(() => PostgresSchema.Migrate(rows._source, token), PostgresFailure.OfOpening);
            return rows;
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    public Task<long> LastPosition(CancellationToken token) => Use(() => new PostgresReader(_source).LastPosition(token), PostgresFailure.OfReading);

    public Task<IReadOnlyList<JournalRow>> Read(long afterPosition, int most, CancellationToken token) =>
        Use(() => PostgresJournalRows.Read(_source, afterPosition, most, token), PostgresFailure.OfReading);

    public Task<JournalHeadNote?> Head(CancellationToken token) => Use(() => PostgresJournalRows.Head(_source, token), PostgresFailure.OfReading);

    public Task Write(IReadOnlyList<JournalRow> rows, CancellationToken token) => Use(() => WriteRows(rows, token), PostgresFailure.OfRecording);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<int> WriteRows(IReadOnlyList<JournalRow> rows, CancellationToken token)
    {
        await using var connection = await _source.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using var last = new NpgsqlCommand(
            "SELECT pg_advisory_xact_lock('journal'::regclass::oid::bigint); SELECT coalesce(max(position), 0) FROM journal", connection);
        await using (var answers = await last.ExecuteReaderAsync(token))
        {
            await answers.NextResultAsync(token);
            await answers.ReadAsync(token);
            RefuseGap(answers.GetInt64(0), rows[0].Position);
        }

        await Copy(connection, rows, token);
        await using var head = new NpgsqlCommand("UPDATE journal_head SET position = $1, hash = $2", connection);
        head.Parameters.Add(new NpgsqlParameter<long> { TypedValue = rows[^1].Position });
        head.Parameters.Add(new NpgsqlParameter { Value = rows[^1].Hash ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        await head.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
        return rows.Count;
    }

    private void RefuseGap(long last, long first)
    {
        if (last != first - 1)
        {
            throw new JournalUnavailableException($"{Name} is being written by another program. Stop it and copy again.");
        }
    }

    private static async Task Copy(NpgsqlConnection connection, IReadOnlyList<JournalRow> rows, CancellationToken token)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY journal ({Columns}) FROM STDIN (FORMAT BINARY)", token);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(token);
            await copy.WriteAsync(row.Position, token);
            await copy.WriteAsync(row.Site, token);
            await copy.WriteAsync(row.Version, token);
            await copy.WriteAsync(DateTimeOffset.FromUnixTimeMilliseconds(row.At), token);
            await copy.WriteAsync(row.By, token);
            await copy.WriteAsync(row.Operation, token);
            await copy.WriteAsync(row.Type, token);
            await copy.WriteAsync(row.Data, NpgsqlDbType.Json, token);
            await copy.WriteAsync(row.Fingerprint, NpgsqlDbType.Text, token);
            await copy.WriteAsync(row.Hash, NpgsqlDbType.Bytea, token);
        }

        await copy.CompleteAsync(token);
    }

    private async Task<T> Use<T>(Func<Task<T>> use, Func<Exception, string, JournalUnavailableException> explain)
    {
        try
        {
            return await use();
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure))
        {
            throw explain(failure, PostgresConnections.NameOf(_source));
        }
    }
}
