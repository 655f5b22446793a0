using CapacityBoard.Sites;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Reads snapshots on a reader's connection.</summary>
internal sealed class SqliteSnapshotReader(SqliteConnection connection) : IDisposable
{
    /// <summary>Materialised, since each site's version is otherwise looked for once for every use of it.</summary>
    public const string SnapshotsBefore =
        $"""
        WITH last AS MATERIALIZED (
            SELECT site, (
                SELECT version FROM site_states
                WHERE site = journal.site AND shape = $shape AND position <= $position AND at <= $at
                ORDER BY version DESC LIMIT 1) AS version
            FROM journal WHERE version = 1 AND site >= $locality || '/' AND site < $locality || '0')
        SELECT {State}, last.site, (
            SELECT version FROM site_states WHERE site = last.site AND shape = $shape AND version > coalesce(last.version, 0)
            ORDER BY version LIMIT 1)
        FROM last LEFT JOIN site_states state ON state.site = last.site AND state.version = last.version
        ORDER BY last.site
        """;

    private const string State = "state.version, state.kind, state.position, state.at, state.data";

    private readonly SqliteCommand _newest = connection.Prepare(
        $"SELECT {State} FROM site_states state WHERE site = $site AND shape = $shape ORDER BY version DESC LIMIT 1", "$site", "$shape");

    private readonly SqliteCommand _before = connection.Prepare(SnapshotsBefore, "$locality", "$shape", "$at", "$position");

    public Snapshot? Newest(SiteKey site)
    {
        _newest.Parameters[0].Value = site.Value;
        _newest.Parameters[1].Value = Snapshot.Shape;
        using var row = _newest.ExecuteReader();
        return row.Read() ? Read(row, site) : null;
    }

    public IReadOnlyList<SnapshotBefore> Before(string locality, DateTimeOffset at, long position)
    {
        _before.Parameters[0].Value = locality;
        _before.Parameters[1].Value = Snapshot.Shape;
        _before.Parameters[2].Value = at.ToUnixTimeMilliseconds();
        _before.Parameters[3].Value = position;
        var found = new List<SnapshotBefore>();
        using var row = _before.ExecuteReader();
        while (row.Read())
        {
            var site = SiteKey.Parse(row.GetString(5));
            found.Add(new(site, row.IsDBNull(0) ? null : Read(row, site), row.IsDBNull(6) ? null : row.GetInt64(6)));
        }

        return found;
    }

    public void Dispose()
    {
        _newest.Dispose();
        _before.Dispose();
    }

    private static Snapshot? Read(SqliteDataReader row, SiteKey site) => StoredSnapshot.Read(
        site, row.GetString(1), row.GetInt64(0), row.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetFieldValue<byte[]>(4));
}
