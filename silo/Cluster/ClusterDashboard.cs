using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;

namespace CapacityBoard.Cluster;

/// <summary>
/// Orleans' own dashboard. Off by default, and set alike on every process of the cluster: its files cost each web node memory
/// and start-up time, and it asks each silo for figures once a second.
/// </summary>
internal static class ClusterDashboard
{
    public const string Setting = "Cluster:Dashboard";

    public static bool IsOn(IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    /// <summary>Call it after Orleans has been added. The dashboard does not show the log.</summary>
    public static void AddClusterDashboard(this IHostApplicationBuilder builder, ClusterRole role)
    {
        if (!IsOn(builder.Configuration))
        {
            return;
        }

        if (role == ClusterRole.Client)
        {
            builder.UseOrleansClient(client => client.AddDashboard(dashboard => dashboard.HideTrace = true));
        }
        else
        {
            builder.UseOrleans(silo => silo.AddDashboard(dashboard => dashboard.HideTrace = true));
        }
    }
}
