using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>
/// Regularly finds and finishes what a fault left incomplete. It is derived from the boards, so nothing has to be remembered, and
/// each step is done once however many nodes look.
/// </summary>
internal abstract class Recovery(Boards boards, FoldProgress progress, TimeProvider clock) : BackgroundService
{
    /// <summary>Anything younger is still in progress: its own request will finish it.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    /// <summary>
    /// True if something recorded at a time is no longer in progress: it is old enough, or was dated by a clock that was ahead.
    /// </summary>
    public static bool IsOver(DateTimeOffset at, DateTimeOffset now, TimeSpan patience) => at <= now - patience || at > now + Limits.ClockDifference;

    protected Boards Boards => boards;

    protected TimeProvider Clock => clock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await progress.CaughtUp.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await FinishLost();
            await Task.Delay(BetweenLooks, clock, stoppingToken);
        }
    }

    /// <summary>Finishes everything incomplete, except what only people can decide.</summary>
    internal abstract Task FinishLost();
}
