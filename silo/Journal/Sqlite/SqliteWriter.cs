using CapacityBoard.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>
/// The one thread that writes. It takes everything that waits, records it in one transaction, and answers once
/// that is on disk; what comes meanwhile is the next batch. So the slower the disk, the larger the batches.
/// </summary>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    private readonly WriteQueue<PendingWrite> _queue = new();
    private readonly string _file;
    private readonly SqliteConnection _durable;
    private readonly SqliteConnection _expendable;
    private readonly JournalHead _head;
    private readonly SqliteAppends _appends;
    private readonly SqliteSnapshots _snapshots;
    private readonly SqliteSegments _segments;
    private readonly CommitSignal _commits;
    private readonly JournalTail _tail;
    private readonly BoardMetrics _metrics;
    private readonly ILogger _log;
    private readonly Task _thread;

    /// <param name="head">Disposed of with the writer, as the connections are.</param>
    public SqliteWriter(
        string file, SqliteConnection durable, SqliteConnection expendable, JournalHead head, CommitSignal commits, JournalTail tail, BoardMetrics metrics, ILogger log)
    {
        (_file, _durable, _expendable, _head, _commits, _tail, _metrics, _log) = (file, durable, expendable, head, commits, tail, metrics, log);
        _appends = new(durable);
        _snapshots = new(expendable);
        _segments = new(expendable);
        Note(_appends.Last());

        // A thread of its own: it spends its life waiting for the disk, which the shared pool's few threads should not.
        _thread = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc cref="WriteQueue{TWrite}.Enqueue"/>
    public ValueTask Enqueue(PendingWrite write, CancellationToken token) => _queue.Enqueue(write, token);

    /// <summary>Writes what was taken in, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Close())
        {
            return;
        }

        await _thread;
        _appends.Dispose();
        _snapshots.Dispose();
        _segments.Dispose();
        await _expendable.DisposeAsync();
        await _durable.DisposeAsync();
        _head.Dispose();
    }

    private void Run()
    {
        var batch = new SqliteBatch();
        while (WaitForMore())
        {
            Take(batch);
            Write(batch.Appends, Record);
            Write(batch.Snapshots, _snapshots.Keep);
            Write(batch.Segments, _segments.Add);
            Write(batch.Proofs, _ => _appends.ProveWritable());
        }
    }

    private bool WaitForMore() => _queue.WaitForMore().AsTask().GetAwaiter().GetResult();

    private void Take(SqliteBatch batch)
    {
        batch.Clear();
        while (!batch.IsFull && _queue.TryTake(out var write))
        {
            batch.Add(write);
        }
    }

    private void Record(IReadOnlyList<PendingAppend> batch)
    {
        var last = _appends.Record(batch);
        _tail.Add(batch.SelectMany(pending => pending.Recorded));
        Note(last);
        _metrics.Recorded(batch.Count);
    }

    private void Note(JournalHeadNote last)
    {
        _head.Write(last.Position, last.Hash);
        _commits.Advance(last.Position);
    }

    private void Write<T>(List<T> batch, Action<IReadOnlyList<T>> write)
        where T : PendingWrite
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            write(batch);
            batch.ForEach(written => written.Complete());
        }
        catch (Exception failure)
        {
            // Whatever it was, its callers are told and the writer goes on: the next batch may well succeed.
            LogFailure(batch.Count, _file, failure);
            _metrics.AppendsFailed(batch.Count(failed => failed is PendingAppend));
            batch.ForEach(failed => failed.Fail(SqliteFailure.OfRecording(failure, _file)));
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} writes to {File} failed; their callers are told that nothing was recorded")]
    private partial void LogFailure(int count, string file, Exception failure);
}
