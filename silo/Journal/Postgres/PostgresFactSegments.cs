using Npgsql;
using static CapacityBoard.Journal.Postgres.PostgresParameters;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Segments in the journal's database.</summary>
internal sealed class PostgresFactSegments(NpgsqlDataSource source, PostgresCalls calls) : IFactSegments
{
    /// <summary>Two that follow on the same segment have the same key, so the database keeps the first, also of two at once.</summary>
    private const string Added =
        """
        WITH added AS (
            INSERT INTO fact_segments (locality, shape, after_position, last_position, homes, data)
            SELECT $1, $2, $3, $4, $5, $6
            WHERE $3 = coalesce(
                (SELECT last_position FROM fact_segments WHERE locality = $1 AND shape = $2 ORDER BY after_position DESC LIMIT 1), 0)
            ON CONFLICT DO NOTHING
            RETURNING locality
        ), deleted AS (
            DELETE FROM fact_segments s USING added WHERE s.locality = added.locality AND s.shape < $2
        )
        SELECT count(*) FROM added
        """;

    public Task<IReadOnlyList<FactSegment>> Read(string locality, int shape, long afterPosition, CancellationToken token = default) => Read(
        """
        SELECT after_position, last_position, homes, data FROM fact_segments
        WHERE locality = $1 AND shape = $2 AND after_position >= $3 ORDER BY after_position
        """,
        [Text(locality), Integer(shape), Number(afterPosition)],
        row => new FactSegment(locality, shape, row.GetInt64(0), row.GetInt64(1), StoredHomes.Read(row.GetString(2)), row.GetFieldValue<byte[]>(3)),
        token);

    public async Task<IReadOnlyDictionary<string, long>> LastPositions(int shape, CancellationToken token = default) => (await Read(
        "SELECT locality, max(last_position) FROM fact_segments WHERE shape = $1 GROUP BY locality",
        [Integer(shape)],
        row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)),
        token)).ToDictionary(StringComparer.Ordinal);

    public Task<IReadOnlyList<string>> Naming(string home, int shape, CancellationToken token = default) => Read(
        "SELECT DISTINCT locality FROM fact_segments WHERE shape = $1 AND strpos(homes, $2) > 0 ORDER BY locality",
        [Integer(shape), Text(StoredHomes.Mark(home))],
        row => row.GetString(0),
        token);

    public Task<bool> Add(FactSegment segment, CancellationToken token = default) => calls.Write(
        async each =>
        {
            await using var command = source.CreateCommand(Added);
            command.Parameters.Add(Text(segment.Locality));
            command.Parameters.Add(Integer(segment.Shape));
            command.Parameters.Add(Number(segment.After));
            command.Parameters.Add(Number(segment.Last));
            command.Parameters.Add(Text(StoredHomes.Write(segment.Homes)));
            command.Parameters.Add(Bytes(segment.Data));
            return await command.ExecuteScalarAsync(each) is 1L;
        },
        token);

    private Task<IReadOnlyList<T>> Read<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken token) => calls.Read<IReadOnlyList<T>>(
        async each =>
        {
            await using var command = source.CreateCommand(sql);
            command.Parameters.AddRange(parameters.Select(parameter => parameter.Clone()).ToArray());
            var rows = new List<T>();
            await using var row = await command.ExecuteReaderAsync(each);
            while (await row.ReadAsync(each))
            {
                rows.Add(read(row));
            }

            return rows;
        },
        token);
}
