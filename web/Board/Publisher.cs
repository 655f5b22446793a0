using System.Diagnostics;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// Pushes one locality's changes to the screens that watch it: at once after a quiet moment, and never more
/// often than ten times a second, however many entries come.
/// </summary>
internal sealed partial class Publisher(LocalityBoard board, IHubContext<BoardHub> hub, BoardMetrics metrics, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan BetweenPushes = TimeSpan.FromMilliseconds(100);

    /// <summary>A clock that is put back is noticed within it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A screen that takes nothing in is cut off by its transport after ten seconds, which is a hundred pushes: so only
    /// screens that take in a little, and for long less than is sent, can bring it to this many. Then memory counts for more.
    /// </summary>
    private const int MostUnsent = 200;

    /// <summary>Pushes that some screen has not taken in yet, the oldest first.</summary>
    private readonly Queue<Task> _unsent = new();

    private readonly PushTraces _traces = new();
    private TaskCompletionSource _changed = NewSignal();

    public LocalityBoard Board => board;

    /// <summary>Read by others while pushes go on: it may be a moment old.</summary>
    public int Unsent => _unsent.Count;

    /// <summary>The push that has the entry at a position belongs to a command's trace. To be told before the entry is folded.</summary>
    public void Trace(long position, ActivityContext command) => _traces.Add(position, command);

    public void Fold(FoldedEntry folded)
    {
        board.Fold(folded);
        LookAgain();
    }

    /// <summary>The people of a site are concerned by an entry of another site: its screens are sent its row again.</summary>
    public void Touch(SiteKey site, long position)
    {
        if (board.Touch(site, position))
        {
            LookAgain();
        }
    }

    /// <summary>Some of the locality's own people are at a site of another one, after an entry there.</summary>
    public void FoldElsewhere(Site site, long position)
    {
        if (board.FoldElsewhere(site, position))
        {
            LookAgain();
        }
    }

    /// <summary>Something may have changed that is to be pushed, or the instant of the next change may have.</summary>
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

    /// <summary>Sends what changed. It waits for no screen: one that is slow or gone would make all the others wait.</summary>
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
