using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>
/// Lets the calls in flight be answered before the silo or client beneath them stops. Registered after it, since hosted
/// services stop in the reverse order; the web server, registered last, has by then answered its requests.
/// </summary>
internal sealed class SiteCallsDrain(SiteCalls calls) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => calls.Drain().WaitAsync(cancellationToken);
}

internal static class SiteCallsServices
{
    public static void AddSiteCalls(this IServiceCollection services)
    {
        services.AddSingleton<SiteCalls>();
        services.AddSingleton<IOutgoingGrainCallFilter>(provider => provider.GetRequiredService<SiteCalls>());
    }
}
