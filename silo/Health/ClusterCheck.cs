using CapacityBoard.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>Checks that this process is a member of its cluster or, if it hosts no grains, that a silo answers it.</summary>
internal sealed class ClusterCheck(GrainHosting hosting, IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (services.GetService<ISiloStatusOracle>() is { } silo)
        {
            return silo.CurrentStatus == SiloStatus.Active
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"This silo is not an active member of its cluster: it is {silo.CurrentStatus.ToString().ToLowerInvariant()}.");
        }

        return hosting.IsReady ? await AskSilos(cancellationToken) : HealthCheckResult.Unhealthy("No silo has been found yet.");
    }

    private async Task<HealthCheckResult> AskSilos(CancellationToken token)
    {
        try
        {
            await services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, token).WaitAsync(token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception unreached) when (TransportFault.Is(unreached))
        {
            return HealthCheckResult.Unhealthy("No silo answers.", unreached);
        }
    }
}
