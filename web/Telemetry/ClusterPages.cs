using CapacityBoard.Cluster;
using Orleans.Dashboard;

namespace CapacityBoard.Telemetry;

/// <summary>Orleans' own dashboard, if enabled, for administrators of everywhere.</summary>
internal static class ClusterPages
{
    public const string Path = "/admin/cluster";

    public static void MapClusterPages(this WebApplication app)
    {
        if (ClusterDashboard.IsOn(app.Configuration))
        {
            app.MapOrleansDashboard(Path);
        }
    }
}
