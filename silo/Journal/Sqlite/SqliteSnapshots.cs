using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>
/// Keeps snapshots, on a connection whose commits do not wait for the disk: losing one loses nothing, so that
/// appends need not pay for it. The log keeps commits in order, so no snapshot is there without its entry.
/// </summary>
internal sealed class SqliteSnapshots(SqliteConnection connection) : IDisposable
{
    private readonly SqliteTransactions _transactions = new(connection);

    private readonly SqliteCommand _keep = connection.Prepare(
        """
        INSERT INTO site_states (site, version, position, at, shape, kind, data) VALUES ($site, $version, $position, $at, $shape, $kind, $data)
        ON CONFLICT (site, version) DO UPDATE
            SET position = excluded.position, at = excluded.at, shape = excluded.shape, kind = excluded.kind, data = excluded.data
            WHERE site_states.shape <> excluded.shape
        """,
        "$site",
        "$version",
        "$position",
        "$at",
        "$shape",
        "$kind",
        "$data");

    public void Keep(IReadOnlyList<PendingSnapshots> batch) => _transactions.Run(() =>
    {
        foreach (var (snapshot, data) in batch.SelectMany(pending => pending.Snapshots))
        {
            Keep(snapshot, data);
        }
    });

    public void Dispose()
    {
        _transactions.Dispose();
        _keep.Dispose();
    }

    private void Keep(Snapshot snapshot, byte[] data)
    {
        _keep.Parameters[0].Value = snapshot.Site.Value;
        _keep.Parameters[1].Value = snapshot.Version;
        _keep.Parameters[2].Value = snapshot.Position;
        _keep.Parameters[3].Value = snapshot.At.ToUnixTimeMilliseconds();
        _keep.Parameters[4].Value = Snapshot.Shape;
        _keep.Parameters[5].Value = StoredSnapshot.KindOf(snapshot);
        _keep.Parameters[6].Value = data;
        _keep.ExecuteNonQuery();
    }
}
