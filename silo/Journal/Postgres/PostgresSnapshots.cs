using CapacityBoard.Sites;
using Npgsql;
using static CapacityBoard.Journal.Postgres.PostgresParameters;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Reads and keeps snapshots.</summary>
internal sealed class PostgresSnapshots(NpgsqlDataSource source)
{
    private const string State = "state.version, state.kind, state.position, state.at, state.data";

    private const string SnapshotsBefore =
        $"""
        SELECT {State}, began.site, beyond.version
        FROM journal began
            LEFT JOIN LATERAL (
                SELECT * FROM site_states s
                WHERE s.site = began.site AND s.shape = $2 AND s.position <= $3 AND s.at <= $4
                ORDER BY s.version DESC LIMIT 1) state ON true
            LEFT JOIN LATERAL (
                SELECT s.version FROM site_states s
                WHERE s.site = began.site AND s.shape = $2 AND s.version > coalesce(state.version, 0)
                ORDER BY s.version LIMIT 1) beyond ON true
        WHERE began.version = 1 AND began.site >= $1 || '/' AND began.site < $1 || '0'
        ORDER BY began.site
        """;

    /// <summary>In the order of the keys, so that two nodes that save the same ones wait for each other in turn.</summary>
    private const string Kept =
        """
        INSERT INTO site_states (site, version, position, at, shape, kind, data)
        SELECT DISTINCT ON (site COLLATE "C", version) site, version, position, at, $1, kind, data
        FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::text[], $7::bytea[]) AS s(site, version, position, at, kind, data)
        ORDER BY site COLLATE "C", version
        ON CONFLICT (site, version) DO UPDATE
            SET position = excluded.position, at = excluded.at, shape = excluded.shape, kind = excluded.kind, data = excluded.data
            WHERE site_states.shape <> excluded.shape
        """;

    public async Task<Snapshot?> Newest(SiteKey site, CancellationToken token)
    {
        await using var command = source.CreateCommand($"SELECT {State} FROM site_states state WHERE site = $1 AND shape = $2 ORDER BY version DESC LIMIT 1");
        command.Parameters.Add(Text(site.Value));
        command.Parameters.Add(Integer(Snapshot.Shape));
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? Read(row, site) : null;
    }

    public async Task<IReadOnlyList<SnapshotBefore>> Before(string locality, DateTimeOffset at, long position, CancellationToken token)
    {
        await using var command = source.CreateCommand(SnapshotsBefore);
        command.Parameters.Add(Text(locality));
        command.Parameters.Add(Integer(Snapshot.Shape));
        command.Parameters.Add(Number(position));
        command.Parameters.Add(Time(at));
        var found = new List<SnapshotBefore>();
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            var site = SiteKey.Parse(row.GetString(5));
            found.Add(new(site, await row.IsDBNullAsync(0, token) ? null : Read(row, site), await row.IsDBNullAsync(6, token) ? null : row.GetInt64(6)));
        }

        return found;
    }

    /// <returns>How many were added or replaced.</returns>
    public async Task<int> Keep(IReadOnlyList<Snapshot> snapshots, CancellationToken token)
    {
        await using var command = source.CreateCommand(Kept);
        command.Parameters.Add(Integer(Snapshot.Shape));
        command.Parameters.Add(Each(snapshots, each => each.Site.Value));
        command.Parameters.Add(Each(snapshots, each => each.Version));
        command.Parameters.Add(Each(snapshots, each => each.Position));
        command.Parameters.Add(Each(snapshots, each => each.At.UtcDateTime));
        command.Parameters.Add(Each(snapshots, StoredSnapshot.KindOf));
        command.Parameters.Add(Each(snapshots, StoredSnapshot.DataOf));
        return await command.ExecuteNonQueryAsync(token);
    }

    private static Snapshot? Read(NpgsqlDataReader row, SiteKey site) => StoredSnapshot.Read(
        site, row.GetString(1), row.GetInt64(0), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<byte[]>(4));
}
