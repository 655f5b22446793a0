using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;

namespace CapacityBoard.Cluster;

/// <summary>
/// Orleans' own dashboard. Off unless set, on every process of the cluster alike: its files cost each web node memory and
/// time at its start, and it asks each silo for its figures once a second.
/// </summary>
internal static class ClusterDashboard
{
    public const string Setting = "Cluster:Dashboard";

    public static bool IsOn(IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    /// <summary>To be called once Orleans has been added. The log is not shown on it.</summary>
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
