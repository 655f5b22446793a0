using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Adds segments, on the connection of <see cref="SqliteSnapshots"/>, since they can be made again too.</summary>
internal sealed class SqliteSegments(SqliteConnection connection) : IDisposable
{
    private readonly SqliteTransactions _transactions = new(connection);

    private readonly SqliteCommand _add = connection.Prepare(
        """
        INSERT INTO fact_segments (locality, shape, after_position, last_position, homes, data)
        SELECT $locality, $shape, $after, $last, $homes, $data
        WHERE $after = coalesce(
            (SELECT last_position FROM fact_segments WHERE locality = $locality AND shape = $shape ORDER BY after_position DESC LIMIT 1), 0)
        """,
        "$locality",
        "$shape",
        "$after",
        "$last",
        "$homes",
        "$data");

    private readonly SqliteCommand _deleteLower = connection.Prepare(
        "DELETE FROM fact_segments WHERE locality = $locality AND shape < $shape", "$locality", "$shape");

    public void Add(IReadOnlyList<PendingSegment> batch) => _transactions.Run(() =>
    {
        foreach (var pending in batch)
        {
            pending.IsAdded = Add(pending.Segment);
        }
    });

    public void Dispose()
    {
        _transactions.Dispose();
        _add.Dispose();
        _deleteLower.Dispose();
    }

    private bool Add(FactSegment segment)
    {
        _add.Parameters[0].Value = segment.Locality;
        _add.Parameters[1].Value = segment.Shape;
        _add.Parameters[2].Value = segment.After;
        _add.Parameters[3].Value = segment.Last;
        _add.Parameters[4].Value = StoredHomes.Write(segment.Homes);
        _add.Parameters[5].Value = segment.Data;
        if (_add.ExecuteNonQuery() == 0)
        {
            return false;
        }

        _deleteLower.Parameters[0].Value = segment.Locality;
        _deleteLower.Parameters[1].Value = segment.Shape;
        _deleteLower.ExecuteNonQuery();
        return true;
    }
}
