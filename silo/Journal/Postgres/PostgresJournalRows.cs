using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>A journal's entries as its table keeps them.</summary>
internal static class PostgresJournalRows
{
    public const string Columns = "position, site, version, at, by, operation, type, data, fingerprint, hash";

    public static async Task<IReadOnlyList<JournalRow>> Read(NpgsqlDataSource source, long afterPosition, int most, CancellationToken token)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM journal WHERE position > $1 ORDER BY position LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterPosition });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var rows = new List<JournalRow>();
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            var at = row.GetFieldValue<DateTimeOffset>(3).ToUnixTimeMilliseconds();
            rows.Add(new(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), at, row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
                row.GetValue(8) as string, row.GetValue(9) as byte[]));
        }

        return rows;
    }

    /// <summary>The note of the last entry that is kept apart from the entries.</summary>
    public static async Task<JournalHeadNote?> Head(NpgsqlDataSource source, CancellationToken token)
    {
        await using var command = source.CreateCommand("SELECT position, hash FROM journal_head");
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? new JournalHeadNote(row.GetInt64(0), row.GetValue(1) as byte[]) : null;
    }
}
