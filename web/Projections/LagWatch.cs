using CapacityBoard.Access.Gate;
using CapacityBoard.Board;
using CapacityBoard.Journal;

namespace CapacityBoard.Projections;

/// <summary>
/// Looks again and again whether this node's boards have what was recorded two seconds ago. Where they have not, or that
/// cannot be found out, its screens are cut off: they say at once that they are not live, and may find a node that is.
/// </summary>
internal sealed partial class LagWatch(Boards boards, IJournal journal, OpenScreens screens, TimeProvider clock, ILogger<LagWatch> log) : BackgroundService
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await boards.CaughtUp.WaitAsync(stoppingToken);
        var complete = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            var asked = clock.GetUtcNow();
            if (await HaveAll(stoppingToken))
            {
                complete = asked;
                NoteComplete();
            }
            else
            {
                NoteBehind(complete);
            }

            await Task.Delay(BetweenLooks, stoppingToken);
        }
    }

    private async Task<bool> HaveAll(CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Longest);
        try
        {
            await boards.Folded(await journal.LastPosition(patience.Token).WaitAsync(patience.Token), patience.Token);
            return true;
        }
        catch (Exception over) when (over is JournalUnavailableException || (over is OperationCanceledException && !token.IsCancellationRequested))
        {
            return false;
        }
    }

    private void NoteComplete()
    {
        if (boards.BehindSince is not null)
        {
            boards.BehindSince = null;
            LogComplete(boards.Position);
        }
    }

    private void NoteBehind(DateTimeOffset complete)
    {
        if (boards.BehindSince is null)
        {
            boards.BehindSince = complete;
            LogBehind(boards.Position, complete);
        }

        foreach (var screen in screens.All)
        {
            screen.Context.Abort();
        }
    }

    [LoggerMessage(LogLevel.Error, "The boards stand at entry {Position}, which was all at {Complete:O}; they lag behind the journal, or it cannot be read. Screens say that they are not live")]
    private partial void LogBehind(long position, DateTimeOffset complete);

    [LoggerMessage(LogLevel.Information, "The boards have everything again, up to entry {Position}")]
    private partial void LogComplete(long position);
}
