using CapacityBoard.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>Checks that an append would be recorded now, with a durable write that leaves nothing behind.</summary>
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
