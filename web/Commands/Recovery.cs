using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>
/// Looks again and again for what a fault left half-way, and takes it to its end. What is half-way is derived from the boards,
/// so nothing has to be remembered, and each step is done once, however many nodes look.
/// </summary>
internal abstract class Recovery(Boards boards, FoldProgress progress, TimeProvider clock) : BackgroundService
{
    /// <summary>What is younger is under way: its own request is about to do what is missing.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    /// <summary>True where what was recorded at a time is under way no more: that is long enough ago, or by a clock that was ahead.</summary>
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

    /// <summary>Takes everything that was left half-way to its end, but for what only people can tell.</summary>
    internal abstract Task FinishLost();
}
