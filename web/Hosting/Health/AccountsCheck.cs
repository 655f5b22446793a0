using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Hosting.Health;

/// <summary>Checks that accounts and their roles can be read.</summary>
internal sealed class AccountsCheck(AccessStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.Ask(tables => tables.Grants.AsNoTracking().AnyAsync(cancellationToken), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (JournalUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy("The accounts cannot be read. The log says why.", unavailable);
        }
    }
}
