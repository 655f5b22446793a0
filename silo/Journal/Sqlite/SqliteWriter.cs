using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>
/// The one thread that writes. It takes everything that waits, records it in one transaction, and answers once
/// that is on disk; what comes meanwhile is the next batch. So the slower the disk, the larger the batches.
/// </summary>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    private const int LargestBatch = 512;

    /// <summary>More than this and callers wait before they are taken in: memory stays bounded however slow the disk.</summary>
    private const int LongestQueue = 4096;

    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly string _file;
    private readonly SqliteConnection _durable;
    private readonly SqliteConnection _expendable;
    private readonly SqliteAppends _appends;
    private readonly SqliteSnapshots _snapshots;
    private readonly CommitSignal _commits;
    private readonly ILogger _log;
    private readonly Task _thread;

    public SqliteWriter(string file, SqliteConnection durable, SqliteConnection expendable, CommitSignal commits, ILogger log)
    {
        (_file, _durable, _expendable, _commits, _log) = (file, durable, expendable, commits, log);
        _appends = new(durable);
        _snapshots = new(expendable);
        _commits.Advance(_appends.LastPosition());

        // A thread of its own: it spends its life waiting for the disk, which the shared pool's few threads should not.
        _thread = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Hands a write over; completes once there is room for it, not once it is done.</summary>
    public async ValueTask Enqueue(PendingWrite write, CancellationToken token)
    {
        try
        {
            await _queue.Writer.WriteAsync(write, token);
        }
        catch (ChannelClosedException)
        {
            throw new JournalUnavailableException("The server is stopping. Nothing was recorded; send it again once it runs.");
        }
    }

    /// <summary>Writes what was taken in, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete())
        {
            return;
        }

        await _thread;
        _appends.Dispose();
        _snapshots.Dispose();
        await _expendable.DisposeAsync();
        await _durable.DisposeAsync();
    }

    private void Run()
    {
        var (appends, snapshots) = (new List<PendingAppend>(LargestBatch), new List<PendingSnapshot>());
        while (WaitForMore())
        {
            Take(appends, snapshots);
            Write(appends, Record);
            Write(snapshots, _snapshots.Keep);
        }
    }

    private bool WaitForMore() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void Take(List<PendingAppend> appends, List<PendingSnapshot> snapshots)
    {
        appends.Clear();
        snapshots.Clear();
        while (appends.Count + snapshots.Count < LargestBatch && _queue.Reader.TryRead(out var write))
        {
            if (write is PendingAppend append)
            {
                appends.Add(append);
            }
            else
            {
                snapshots.Add((PendingSnapshot)write);
            }
        }
    }

    private void Record(IReadOnlyList<PendingAppend> batch) => _commits.Advance(_appends.Record(batch));

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
            batch.ForEach(failed => failed.Fail(SqliteFailure.OfRecording(failure, _file)));
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} writes to {File} failed; their callers are told that nothing was recorded")]
    private partial void LogFailure(int count, string file, Exception failure);
}
