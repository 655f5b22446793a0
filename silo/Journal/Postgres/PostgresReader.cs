using CapacityBoard.Sites;
using Npgsql;
using NpgsqlTypes;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Reads of the journal, each on a connection of the pool.</summary>
internal sealed class PostgresReader(NpgsqlDataSource source)
{
    private const string Entry = "SELECT position, site, version, at, by, operation, type, data FROM journal";

    public async Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token)
    {
        await using var command = source.CreateCommand($"{Entry} WHERE site = $1 AND version > $2 ORDER BY version");
        command.Parameters.Add(Text(site.Value));
        command.Parameters.Add(Number(afterVersion));
        return await ReadEntries(command, site, token);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token)
    {
        await using var command = source.CreateCommand($"{Entry} WHERE position > $1 ORDER BY position LIMIT $2");
        command.Parameters.Add(Number(afterPosition));
        command.Parameters.Add(Number(most));
        return await ReadEntries(command, site: null, token);
    }

    public async Task<long?> FindOperation(SiteKey site, string operation, CancellationToken token)
    {
        await using var command = source.CreateCommand("SELECT max(version) FROM journal WHERE site = $1 AND operation = $2");
        command.Parameters.Add(Text(site.Value));
        command.Parameters.Add(Text(operation));
        return await command.ExecuteScalarAsync(token) as long?;
    }

    public async Task<long> LastPosition(CancellationToken token)
    {
        await using var command = source.CreateCommand(PostgresListener.LastPosition);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    public async Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token)
    {
        await using var command = source.CreateCommand("SELECT version, shape, state FROM snapshots WHERE site = $1");
        command.Parameters.Add(Text(site.Value));
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? new(row.GetInt64(0), row.GetString(1), row.GetString(2)) : null;
    }

    public async Task<bool> SaveSnapshot(SiteKey site, Snapshot snapshot, CancellationToken token)
    {
        await using var command = source.CreateCommand(
            """
            INSERT INTO snapshots (site, version, shape, state) VALUES ($1, $2, $3, $4)
            ON CONFLICT (site) DO UPDATE SET version = excluded.version, shape = excluded.shape, state = excluded.state
            WHERE excluded.version >= snapshots.version
            """);
        command.Parameters.Add(Text(site.Value));
        command.Parameters.Add(Number(snapshot.Version));
        command.Parameters.Add(Text(snapshot.Shape));
        command.Parameters.Add(Text(snapshot.State));
        return await command.ExecuteNonQueryAsync(token) > 0;
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static async Task<IReadOnlyList<JournalEntry>> ReadEntries(NpgsqlCommand command, SiteKey? site, CancellationToken token)
    {
        var entries = new List<JournalEntry>();
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            entries.Add(new(
                row.GetInt64(0),
                site ?? SiteKey.Parse(row.GetString(1)),
                row.GetInt64(2),
                row.GetFieldValue<DateTimeOffset>(3),
                row.GetString(4),
                row.GetString(5),
                EventCatalogue.Current.Read(row.GetString(6), row.GetString(7))));
        }

        return entries;
    }
}
