using CapacityBoard.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>Whether an append would be recorded now. It is tried, by a durable write that leaves nothing.</summary>
internal sealed class JournalCheck(IJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await journal.ProveWritable(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (JournalUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy("The journal cannot be written. The log says why.", unavailable);
        }
    }
}
