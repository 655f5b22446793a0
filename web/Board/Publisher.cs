using System.Diagnostics;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// Pushes one locality's changes to the screens that watch it: at once after a quiet moment, and at most ten times a second
/// however many entries come.
/// </summary>
internal sealed partial class Publisher(LocalityBoard board, IHubContext<BoardHub> hub, BoardMetrics metrics, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan BetweenPushes = TimeSpan.FromMilliseconds(100);

    /// <summary>Bounds how late a clock that was put back is noticed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A screen that reads nothing is cut off by its transport after ten seconds, which is a hundred pushes. Only screens that
    /// read slower than is sent, for a long time, can reach this limit, and then limiting memory matters more.
    /// </summary>
    private const int MostUnsent = 200;

    /// <summary>Pushes that at least one screen has not read yet, oldest first.</summary>
    private readonly Queue<Task> _unsent = new();

    private readonly PushTraces _traces = new();
    private TaskCompletionSource _changed = NewSignal();

    public LocalityBoard Board => board;

    /// <summary>Other threads read it during pushes, so it may be slightly out of date.</summary>
    public int Unsent => _unsent.Count;

    /// <summary>
    /// Links the push that contains the entry at a position to a command's trace. Call it before the entry is folded.
    /// </summary>
    public void Trace(long position, ActivityContext command) => _traces.Add(position, command);

    public void Fold(FoldedEntry folded)
    {
        board.Fold(folded);
        LookAgain();
    }

    /// <summary>Sends a site's row again, because an entry of another site concerns its people.</summary>
    public void Touch(SiteKey site, long position)
    {
        if (board.Touch(site, position))
        {
            LookAgain();
        }
    }

    /// <summary>Updates the locality's own people at a site of another locality, after an entry there.</summary>
    public void FoldElsewhere(Site site, long position)
    {
        if (board.FoldElsewhere(site, position))
        {
            LookAgain();
        }
    }

    /// <summary>Wakes the publisher, because there may be something to push or the next boundary may have moved.</summary>
    public void LookAgain() => Volatile.Read(ref _changed).TrySetResult();

    public async Task Run(Task caughtUp, CancellationToken token)
    {
        await caughtUp.WaitAsync(token);
        while (!token.IsCancellationRequested)
        {
            await Volatile.Read(ref _changed).Task.WaitAsync(UntilNextBoundary(), clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Volatile.Write(ref _changed, NewSignal());
            await Push(token);
            await Task.Delay(BetweenPushes, clock, token);
        }
    }

    /// <summary>Sends what changed without waiting for screens, since one slow or dead screen would delay all others.</summary>
    private async Task Push(CancellationToken token)
    {
        if (Publish() is { } update)
        {
            _unsent.Enqueue(Send(update, token));
        }

        while (_unsent.TryPeek(out var oldest) && (oldest.IsCompleted || _unsent.Count > MostUnsent))
        {
            await _unsent.Dequeue();
        }
    }

    private BoardUpdate? Publish()
    {
        try
        {
            return board.Publish(clock.GetUtcNow());
        }
        catch (Exception exception)
        {
            LogFailed(exception, board.Locality);
            return null;
        }
    }

    private async Task Send(BoardUpdate update, CancellationToken token)
    {
        metrics.Pushed();
        var spans = _traces.Start(update);
        try
        {
            await Task.WhenAll(
                hub.Clients.Group(BoardHub.Group(board.Locality, whole: true)).SendAsync(BoardHub.Changed, update, token),
                hub.Clients.Group(BoardHub.Group(board.Locality, whole: false)).SendAsync(BoardHub.Changed, update.CountsOnly(), token));
        }
        catch (Exception exception)
        {
            if (!token.IsCancellationRequested)
            {
                LogFailed(exception, board.Locality);
            }
        }

        foreach (var span in spans)
        {
            span.Dispose();
        }
    }

    private TimeSpan UntilNextBoundary()
    {
        var wait = board.NextBoundary - clock.GetUtcNow();
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Error, "A push to the screens of {Locality} failed; they will ask again")]
    private partial void LogFailed(Exception exception, string locality);
}
