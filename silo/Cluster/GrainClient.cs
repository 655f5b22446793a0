using CapacityBoard.Cluster.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>A web program whose grains are on silos elsewhere.</summary>
internal static class GrainClient
{
    public static void AddClient(this IHostApplicationBuilder builder, SiloClusterOptions cluster)
    {
        var tls = ClusterTls.Read(cluster);
        var before = HostedServices(builder.Services);
        builder.UseOrleansClient(client =>
        {
            client.UseMembership(cluster);
            if (tls is not null)
            {
                client.UseTls(tls.Configure);
            }

            client.UseConnectionRetryFilter<ConnectionPatience>();
            client.Services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.ServiceId));
            client.Services.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
            client.Services.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = ClusterTimes.GatewayRefresh);
            client.Services.Configure<ConnectionOptions>(options => options.OpenConnectionTimeout = ClusterTimes.LongestConnect);
        });

        // Replaced because Orleans' own start does not end until there is a silo.
        builder.Services.Remove(HostedServices(builder.Services).Except(before).Single());
        builder.Services.AddHostedService<GrainClientStart>();
    }

    private static List<ServiceDescriptor> HostedServices(IServiceCollection services) =>
        [.. services.Where(service => service.ServiceType == typeof(IHostedService))];
}
