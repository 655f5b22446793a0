using CapacityBoard.Cluster.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace CapacityBoard.Cluster;

/// <summary>A web program whose grains are on silos elsewhere.</summary>
internal static class GrainClient
{
    public static void AddClient(this IHostApplicationBuilder builder, SiloClusterOptions cluster)
    {
        builder.UseOrleansClient(client =>
        {
            client.UseMembership(cluster);
            client.UseConnectionRetryFilter<ConnectionPatience>();
            client.Services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.ServiceId));
            client.Services.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
            client.Services.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = ClusterTimes.GatewayRefresh);
            client.Services.Configure<ConnectionOptions>(options => options.OpenConnectionTimeout = ClusterTimes.LongestConnect);
            client.Services.AddSingleton<ILifecycleParticipant<IClusterClientLifecycle>, GrainClientReadiness>();
        });
        builder.Services.Configure<HostOptions>(host =>
        {
            // The web server must not wait for the first silo: until there is one it says that it is not ready.
            host.ServicesStartConcurrently = true;
            host.ShutdownTimeout = ClusterTimes.LongestShutdown;
        });
    }
}

/// <summary>Says when the first silo has been found.</summary>
internal sealed class GrainClientReadiness(GrainHosting hosting) : ILifecycleParticipant<IClusterClientLifecycle>
{
    public void Participate(IClusterClientLifecycle lifecycle) => lifecycle.Subscribe(nameof(GrainClientReadiness), ServiceLifecycleStage.Active, _ =>
    {
        hosting.Open();
        return Task.CompletedTask;
    });
}
