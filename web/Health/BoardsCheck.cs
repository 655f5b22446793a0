using CapacityBoard.Board;
using CapacityBoard.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>Whether this node's boards have what was recorded before the question.</summary>
internal sealed class BoardsCheck(Boards boards, IJournal journal) : IHealthCheck
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!boards.CaughtUp.IsCompletedSuccessfully)
        {
            return HealthCheckResult.Unhealthy($"The boards are still being made from the journal; they have {boards.Position} entries.");
        }

        try
        {
            var last = await journal.LastPosition(cancellationToken).WaitAsync(cancellationToken);
            await boards.Folded(last, cancellationToken).WaitAsync(LongestLag, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"The boards are behind the journal by more than {LongestLag.TotalSeconds:0} s.");
        }
        catch (JournalUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy("The journal cannot be read; the log says why.", unavailable);
        }
    }
}
