namespace CapacityBoard.Journal.Sqlite;

/// <summary>Segments in the journal's file.</summary>
internal sealed class SqliteFactSegments(SqliteReaders readers, SqliteWriter writer) : IFactSegments
{
    public Task<IReadOnlyList<FactSegment>> Read(string locality, int shape, long afterPosition, CancellationToken token = default) =>
        Read(reader => reader.Segments(locality, shape, afterPosition), token);

    public Task<IReadOnlyDictionary<string, long>> LastPositions(int shape, CancellationToken token = default) =>
        Read(reader => reader.LastPositions(shape), token);

    public Task<IReadOnlyList<string>> Naming(string home, int shape, CancellationToken token = default) =>
        Read(reader => reader.Naming(home, shape), token);

    public async Task<bool> Add(FactSegment segment, CancellationToken token = default)
    {
        var pending = new PendingSegment(segment);
        await writer.Enqueue(pending, token);
        return await pending.Answer.WaitAsync(token);
    }

    private Task<T> Read<T>(Func<SqliteSegmentReader, T> read, CancellationToken token) =>
        Task.Run(() => readers.Read(reader => read(reader.Segments)), token);
}
