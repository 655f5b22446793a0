using CapacityBoard.Board;

namespace CapacityBoard.Holds;

/// <summary>
/// Finishes what a fault left half-way between the two sides of a hold. Both sides are on the boards, so nothing has to be
/// remembered; each step is done once, however many nodes look.
/// </summary>
internal sealed partial class HoldRecovery(Boards boards, BothSides sides, TimeProvider clock, ILogger<HoldRecovery> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await boards.CaughtUp.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await FinishLost();
            await Task.Delay(BetweenLooks, clock, stoppingToken);
        }
    }

    /// <summary>Takes everything that was left half-way to its end, but for what only people can tell.</summary>
    internal async Task FinishLost()
    {
        foreach (var half in sides.HalfWay(HalfWays.LongestRequest))
        {
            try
            {
                if (await sides.Finish(half))
                {
                    LogFinished(half.GetType().Name, half.Place.Key.Value);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, half.Place.Key.Value);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Finished what had been left half-way ({What}) by a hold at {Place}")]
    private partial void LogFinished(string what, string place);

    [LoggerMessage(LogLevel.Error, "A hold at {Place} and the stay that it is for still do not agree; it is tried again")]
    private partial void LogFailed(Exception exception, string place);
}
