using CapacityBoard.Journal;

namespace CapacityBoard.Projections;

/// <summary>Checks all the time that this node has folded what was recorded two seconds ago, and tells the projections where it has not.</summary>
internal sealed partial class LagWatch(FoldProgress progress, IJournal journal, IEnumerable<IProjection> projections, TimeProvider clock, ILogger<LagWatch> log)
    : BackgroundService
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await progress.CaughtUp.WaitAsync(stoppingToken);
        var complete = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            var asked = clock.GetUtcNow();
            if (await HasAll(stoppingToken))
            {
                complete = asked;
                NoteComplete();
            }
            else
            {
                NoteBehind(complete);
            }

            await Task.Delay(BetweenChecks, stoppingToken);
        }
    }

    private async Task<bool> HasAll(CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Longest);
        try
        {
            await progress.Folded(await journal.LastPosition(patience.Token).WaitAsync(patience.Token), patience.Token);
            return true;
        }
        catch (Exception over) when (over is JournalUnavailableException || (over is OperationCanceledException && !token.IsCancellationRequested))
        {
            return false;
        }
    }

    private void NoteComplete()
    {
        if (progress.BehindSince is not null)
        {
            progress.BehindSince = null;
            LogComplete(progress.Position);
        }
    }

    private void NoteBehind(DateTimeOffset complete)
    {
        if (progress.BehindSince is null)
        {
            progress.BehindSince = complete;
            LogBehind(progress.Position, complete);
        }

        foreach (var projection in projections)
        {
            projection.FallBehind();
        }
    }

    [LoggerMessage(LogLevel.Error, "The boards are at entry {Position}, which was everything at {Complete:O}. They lag behind the journal, or it cannot be read. Screens say that they are not live")]
    private partial void LogBehind(long position, DateTimeOffset complete);

    [LoggerMessage(LogLevel.Information, "The boards have everything again, up to entry {Position}")]
    private partial void LogComplete(long position);
}
