using CapacityBoard.Sites;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Records batches of appends, each in one statement that commits by itself.</summary>
internal sealed class PostgresAppends(NpgsqlDataSource source)
{
    private static readonly AppendStatus[] Statuses = [AppendStatus.Appended, AppendStatus.Conflict, AppendStatus.Repeated, AppendStatus.Elsewhere];

    /// <summary>Records a batch with at most one append for each site and one arrival for each person, and sets their results. All are durable on return.</summary>
    /// <returns>The position of the batch's last entry; 0 if it has none.</returns>
    public async Task<long> Record(IReadOnlyList<PendingAppend> batch, CancellationToken token)
    {
        await using var command = source.CreateCommand(
            "SELECT append, status, last_version, last_position, recorded_fingerprint, is_on FROM append_to_journal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
        AddAppends(command, batch);
        AddEvents(command, batch);
        await using var row = await command.ExecuteReaderAsync(token);
        var last = 0L;
        while (await row.ReadAsync(token))
        {
            var result = new AppendResult(Statuses[row.GetInt32(1)], row.GetInt64(2), row.GetInt64(3), row.GetValue(4) as string, row.GetValue(5) is string ward ? SiteKey.Parse(ward) : null);
            batch[(int)row.GetInt64(0) - 1].Result = result;
            last = Math.Max(last, result.Position);
        }

        return last;
    }

    /// <summary>
    /// Commits a message to the write-ahead log without touching a table. It is as durable as an append, including synchronous standbys.
    /// </summary>
    /// <returns>False if the database answers but takes no appends from this user.</returns>
    public async Task<bool> ProveWritable(CancellationToken token)
    {
        await using var command = source.CreateCommand(
            """
            SELECT CASE WHEN current_setting('transaction_read_only') = 'off' AND has_table_privilege('journal', 'INSERT')
                        THEN pg_logical_emit_message(true, 'capacity-board', 'writable'::text) END
            """);
        return await command.ExecuteScalarAsync(token) is not (null or DBNull);
    }

    private static void AddAppends(NpgsqlCommand command, IReadOnlyList<PendingAppend> batch)
    {
        Add(command, batch, pending => pending.Append.Site.Value);
        Add(command, batch, pending => pending.Append.ExpectedVersion);
        Add(command, batch, pending => pending.Append.At.UtcDateTime);
        Add(command, batch, pending => pending.Append.By);
        Add(command, batch, pending => pending.Append.Operation);
        Add(command, batch, pending => pending.Append.Fingerprint);
        Add(command, batch, pending => pending.Append.Arrival?.Reference);
        Add(command, batch, pending => pending.Append.Arrival?.From?.Value);
    }

    private static void AddEvents(NpgsqlCommand command, IReadOnlyList<PendingAppend> batch)
    {
        var events = batch.SelectMany((pending, index) => pending.Rows.Select(row => (Append: index + 1L, row.Type, row.Data))).ToList();
        Add(command, events, happened => happened.Append);
        Add(command, events, happened => happened.Type);
        Add(command, events, happened => happened.Data);
    }

    private static void Add<TSource, TValue>(NpgsqlCommand command, IEnumerable<TSource> of, Func<TSource, TValue> value) =>
        command.Parameters.Add(PostgresParameters.Each(of, value));
}
