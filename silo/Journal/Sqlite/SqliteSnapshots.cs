using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>
/// Keeps snapshots, on a connection whose commits do not wait for the disk: losing one loses nothing, so that
/// appends need not pay for it.
/// </summary>
internal sealed class SqliteSnapshots(SqliteConnection connection) : IDisposable
{
    private readonly SqliteTransactions _transactions = new(connection);

    private readonly SqliteCommand _keep = connection.Prepare(
        """
        INSERT INTO snapshots (site, version, shape, state) VALUES ($site, $version, $shape, $state)
        ON CONFLICT (site) DO UPDATE SET version = excluded.version, shape = excluded.shape, state = excluded.state
        WHERE excluded.version >= snapshots.version
        """,
        "$site",
        "$version",
        "$shape",
        "$state");

    public void Keep(IReadOnlyList<PendingSnapshot> batch) => _transactions.Run(() =>
    {
        foreach (var pending in batch)
        {
            Keep(pending);
        }
    });

    public void Dispose()
    {
        _transactions.Dispose();
        _keep.Dispose();
    }

    private void Keep(PendingSnapshot pending)
    {
        _keep.Parameters[0].Value = pending.Site.Value;
        _keep.Parameters[1].Value = pending.Snapshot.Version;
        _keep.Parameters[2].Value = pending.Snapshot.Shape;
        _keep.Parameters[3].Value = pending.Snapshot.State;
        _keep.ExecuteNonQuery();
    }
}
