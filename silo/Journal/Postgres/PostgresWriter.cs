using CapacityBoard.Stays;
using CapacityBoard.Telemetry;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal.Postgres;

/// <summary>
/// The only writer of this process. It takes everything that waits, records it in one transaction and answers once that is
/// durable; appends that arrive meanwhile form the next batch. A failed batch is retried while its callers may wait. If the
/// first try was recorded after all, the retry finds the operations repeated.
/// </summary>
internal sealed partial class PostgresWriter : IAsyncDisposable
{
    private readonly WriteQueue<PendingAppend> _queue = new();
    private readonly Queue<PendingAppend> _left = new();
    private readonly PostgresAppends _appends;
    private readonly PostgresRetry _retry;
    private readonly CommitSignal _commits;
    private readonly string _database;
    private readonly BoardMetrics _metrics;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public PostgresWriter(PostgresAppends appends, PostgresRetry retry, CommitSignal commits, string database, BoardMetrics metrics, ILogger log)
    {
        (_appends, _retry, _commits, _database, _metrics, _log) = (appends, retry, commits, database, metrics, log);
        _running = Task.Run(Run);
    }

    /// <inheritdoc cref="WriteQueue{TWrite}.Enqueue"/>
    public ValueTask Enqueue(PendingAppend append, CancellationToken token) => _queue.Enqueue(append, token);

    /// <summary>Tries once to write the appends already accepted. If the database does not take them, callers learn that they may not be saved.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue.Close())
        {
            await _stopping.CancelAsync();
            await _running;
            _stopping.Dispose();
        }
    }

    private async Task Run()
    {
        while (_left.Count > 0 || await _queue.WaitForMore())
        {
            await Write(Take());
        }
    }

    /// <summary>
    /// Takes at most one append for each site and one arrival or departure for each person, as the database requires. Further
    /// ones for the same site or person come first in the next batch, in their order.
    /// </summary>
    private List<PendingAppend> Take()
    {
        var (batch, taken) = (new List<PendingAppend>(), new HashSet<string>(StringComparer.Ordinal));
        for (var left = _left.Count; left > 0; left--)
        {
            TakeOrLeave(_left.Dequeue());
        }

        while (batch.Count < WriteQueue<PendingAppend>.LargestBatch && _left.Count < WriteQueue<PendingAppend>.LargestBatch && _queue.TryTake(out var append))
        {
            TakeOrLeave(append);
        }

        return batch;

        void TakeOrLeave(PendingAppend append)
        {
            var keys = KeysOf(append.Append);
            var isFirst = !taken.Overlaps(keys);
            taken.UnionWith(keys);
            if (isFirst && batch.Count < WriteQueue<PendingAppend>.LargestBatch)
            {
                batch.Add(append);
            }
            else
            {
                _left.Enqueue(append);
            }
        }
    }

    private static string[] KeysOf(Append append) =>
        [append.Site.Value, .. StayArrival.ComingOrGoing(append.Site, append.Events).Select(reference => $"{append.Site.HospitalKey} {StayReferences.Key(reference)}")];

    private async Task Write(List<PendingAppend> batch)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                _commits.Advance(await _appends.Record(batch, CancellationToken.None));
                _retry.Succeeded();
                _metrics.Recorded(batch.Count);
                batch.ForEach(written => written.Complete());
                return;
            }
            catch (Exception failure) when (!_stopping.IsCancellationRequested && _retry.IsWorthAnother(failure))
            {
                LogTriedAgain(batch.Count, _database, failure);
                await _retry.Pause(tries, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception failure)
            {
                // Whatever the failure, its callers get an error and the writer continues, since the next batch may succeed.
                LogFailed(batch.Count, _database, failure);
                _metrics.AppendsFailed(batch.Count);
                batch.ForEach(failed => failed.Fail(PostgresFailure.OfRecording(failure, _database)));
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} appends to {Database} failed; they are tried again")]
    private partial void LogTriedAgain(int count, string database, Exception failure);

    [LoggerMessage(LogLevel.Error, "{Count} appends to {Database} failed; their callers are told")]
    private partial void LogFailed(int count, string database, Exception failure);
}
