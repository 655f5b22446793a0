using System.Diagnostics;
using CapacityBoard.Cluster;
using CapacityBoard.Nodes;
using CapacityBoard.Projections;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages.Sending;

/// <summary>
/// Looks what is to be sent: soon after each change of the boards, while something waits, and each minute, since time alone makes things due.
/// One node of a database looks at a time; another takes over once it is gone.
/// </summary>
internal sealed partial class MessageDispatcher(
    MessageRun run, FoldProgress progress, GrainHosting hosting, INodeLocks locks, IOptions<MessageOptions> options, TimeProvider clock, ILogger<MessageDispatcher> log) : BackgroundService
{
    /// <summary>Changes that come together are told together.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestBetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>The most of a processor that looking may take.</summary>
    private const int PauseForEachLook = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.SendsAnything)
        {
            return;
        }

        await progress.CaughtUp.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var turn = await locks.Take("messages", stoppingToken);
                await LookWhileHeld(turn, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
                await Task.Delay(BetweenLooks, clock, stoppingToken);
            }
        }
    }

    private async Task LookWhileHeld(INodeLock turn, CancellationToken token)
    {
        while (await turn.IsHeld(token))
        {
            var (position, began) = (progress.Position, Stopwatch.GetTimestamp());
            if (hosting.IsReady)
            {
                await run.Look(token);
            }

            var looked = clock.GetUtcNow();
            await Task.Delay(Max(BetweenLooks, Stopwatch.GetElapsedTime(began) * PauseForEachLook), clock, token);
            while (progress.Position == position && run.Waiting == 0 && clock.GetUtcNow() - looked < LongestBetweenLooks && clock.GetUtcNow() >= looked)
            {
                await Task.Delay(BetweenLooks, clock, token);
            }
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Warning, "Messages could not be sent; it is tried again")]
    private partial void LogFailed(Exception exception);
}
