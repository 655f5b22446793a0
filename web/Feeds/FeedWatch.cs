using CapacityBoard.Journal;

namespace CapacityBoard.Feeds;

/// <summary>
/// Regularly lets every feed try again what a fault left, and forget what is of no use any more. Every node may: a feed does each thing once.
/// </summary>
internal sealed partial class FeedWatch(KnownFeeds feeds, TimeProvider clock, ILogger<FeedWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        do
        {
            await Look(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(CancellationToken token)
    {
        try
        {
            foreach (var hospital in (await feeds.All(token)).Keys)
            {
                await feeds.Of(hospital).Look();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A hospital's feed could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
