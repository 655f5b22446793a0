using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Reads segments on a reader's connection.</summary>
internal sealed class SqliteSegmentReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _segments = connection.Prepare(
        """
        SELECT after_position, last_position, homes, data FROM fact_segments
        WHERE locality = $locality AND shape = $shape AND after_position >= $after ORDER BY after_position
        """,
        "$locality",
        "$shape",
        "$after");

    private readonly SqliteCommand _last = connection.Prepare(
        "SELECT locality, max(last_position) FROM fact_segments WHERE shape = $shape GROUP BY locality", "$shape");

    private readonly SqliteCommand _naming = connection.Prepare(
        "SELECT DISTINCT locality FROM fact_segments WHERE shape = $shape AND instr(homes, $home) > 0 ORDER BY locality", "$shape", "$home");

    public IReadOnlyList<FactSegment> Segments(string locality, int shape, long afterPosition)
    {
        _segments.Parameters[0].Value = locality;
        _segments.Parameters[1].Value = shape;
        _segments.Parameters[2].Value = afterPosition;
        return Rows(_segments, row => new FactSegment(
            locality, shape, row.GetInt64(0), row.GetInt64(1), StoredHomes.Read(row.GetString(2)), row.GetFieldValue<byte[]>(3)));
    }

    public IReadOnlyDictionary<string, long> LastPositions(int shape)
    {
        _last.Parameters[0].Value = shape;
        return Rows(_last, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1))).ToDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Naming(string home, int shape)
    {
        _naming.Parameters[0].Value = shape;
        _naming.Parameters[1].Value = StoredHomes.Mark(home);
        return Rows(_naming, row => row.GetString(0));
    }

    public void Dispose()
    {
        _segments.Dispose();
        _last.Dispose();
        _naming.Dispose();
    }

    private static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        var rows = new List<T>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
