using CapacityBoard.Board;
using CapacityBoard.Messages;

namespace CapacityBoard.Telemetry;

/// <summary>This node's metrics, for Prometheus with a key.</summary>
internal static class MetricsApi
{
    public static void MapMetrics(this WebApplication app)
    {
        // The boards open the journal; a server that is only assembled to list its routes has none.
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            app.Services.GetRequiredService<BoardMetrics>().Observe(ActivatorUtilities.CreateInstance<BoardFigures>(app.Services).Gauges);
            app.Services.ObserveMessages();
        });
        app.MapPrometheusScrapingEndpoint(TelemetrySetup.MetricsPath).WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
