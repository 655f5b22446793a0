using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Health;

internal static class HealthSetup
{
    /// <summary>About as long as a load balancer waits for an answer; a check that takes longer counts as failed.</summary>
    public static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(2);

    /// <summary>Adds the checks that every program has: the journal can be written and the cluster reached. More can be added to the result.</summary>
    public static IHealthChecksBuilder AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthReports>();
        return services.AddHealthChecks()
            .AddCheck<JournalCheck>("journal", timeout: LongestCheck)
            .AddCheck<ClusterCheck>("cluster", timeout: LongestCheck);
    }
}
