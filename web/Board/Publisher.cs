using CapacityBoard.Journal;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// Pushes one locality's changes to the screens that watch it: at once after a quiet moment, and never more
/// often than ten times a second, however many entries come.
/// </summary>
internal sealed partial class Publisher(LocalityBoard board, IHubContext<BoardHub> hub, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan BetweenPushes = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private TaskCompletionSource _changed = NewSignal();

    public LocalityBoard Board => board;

    public void Fold(JournalEntry entry)
    {
        board.Fold(entry);
        Volatile.Read(ref _changed).TrySetResult();
    }

    public async Task Run(Task caughtUp, CancellationToken token)
    {
        await caughtUp.WaitAsync(token);
        while (!token.IsCancellationRequested)
        {
            Volatile.Write(ref _changed, NewSignal());
            await Push(token);
            await Task.Delay(BetweenPushes, clock, token);
            await _changed.Task.WaitAsync(UntilNextBoundary(), clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Push(CancellationToken token)
    {
        try
        {
            if (board.Publish(clock.GetUtcNow()) is { } update)
            {
                await hub.Clients.Group(BoardHub.Group(board.Locality)).SendAsync(BoardHub.Changed, update, token);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, board.Locality);
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
