using Microsoft.AspNetCore.Routing;

namespace CapacityBoard.Telemetry;

/// <summary>This node's figures, for Prometheus with a key.</summary>
internal static class MetricsApi
{
    public static void MapMetrics(this WebApplication app)
    {
        app.Services.GetRequiredService<BoardMetrics>().Observe(ActivatorUtilities.CreateInstance<BoardFigures>(app.Services).Gauges);
        app.MapPrometheusScrapingEndpoint(TelemetrySetup.MetricsPath).WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
