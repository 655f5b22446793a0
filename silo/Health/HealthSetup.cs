using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Health;

internal static class HealthSetup
{
    /// <summary>A load balancer waits about so long for an answer; what does not answer within it is not well.</summary>
    public static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(2);

    /// <summary>The checks of every program: that the journal can be written and the cluster reached. More can be added to what it answers.</summary>
    public static IHealthChecksBuilder AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthReports>();
        return services.AddHealthChecks()
            .AddCheck<JournalCheck>("journal", timeout: LongestCheck)
            .AddCheck<ClusterCheck>("cluster", timeout: LongestCheck);
    }
}
