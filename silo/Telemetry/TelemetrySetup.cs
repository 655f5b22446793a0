using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CapacityBoard.Telemetry;

/// <summary>A program's telemetry: metrics for Prometheus, and metrics, traces and logs by OTLP.</summary>
internal static class TelemetrySetup
{
    public const string MetricsPath = "/metrics";

    /// <summary>Orleans reads this setting when it is added, and then passes traces on with calls.</summary>
    private const string OrleansTracing = "Orleans:EnableDistributedTracing";

    private static readonly string[] Meters =
    [
        BoardMetrics.MeterName, "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Diagnostics", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    /// <summary>Orleans counts each message at six places on its way. The latency of requests counts them too, and says more.</summary>
    private static readonly string[] Dropped = ["orleans-messaging-processing-", "orleans-messaging-sent-local", "orleans-directory-lookups-"];

    /// <summary>Those by route, and by command and outcome.</summary>
    private static readonly string[] OfManySeries = ["http.server.request.duration", "board.commands"];

    private const int ManySeries = 2000;
    private const int FewSeries = 100;

    /// <summary>Health and metrics are polled all the time, a hub's connection lasts for hours, and a wallboard's address is its secret.</summary>
    private static readonly string[] WithoutTrace = ["/health", MetricsPath, "/hubs", "/wallboard"];

    private static readonly string[] Sources =
        [BoardTraces.SourceName, "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Microsoft.AspNetCore.SignalR.Server"];

    /// <summary>
    /// Adds metrics at <see cref="MetricsPath"/>. Metrics, traces and logs are sent only if the standard variables name an OTLP
    /// endpoint: without one, no span is created and no connection attempted.
    /// </summary>
    /// <remarks>Call it before Orleans is added.</remarks>
    /// <param name="service">The program's name in exported telemetry, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        var otlp = OtlpSignals.Read(builder.Configuration);
        builder.Services.AddBoardMetrics();
        builder.Services.AddSingleton<IIncomingGrainCallFilter, MeasuredCommands>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => Measure(metrics, otlp.Metrics));
        if (otlp.Traces is { } traces)
        {
            telemetry.WithTracing(tracing => Trace(tracing, traces));
            builder.Services.AddSingleton<IOutgoingGrainCallFilter, TracedCalls>();
            builder.Configuration[OrleansTracing] = bool.TrueString;
        }

        if (otlp.Logs is { } logs)
        {
            telemetry.WithLogging(logging => logging.AddOtlpExporter(exporter => exporter.Endpoint = logs));
        }
    }

    /// <summary>Adds what the journals and boards measure with, whether or not anyone reads it.</summary>
    public static void AddBoardMetrics(this IServiceCollection services)
    {
        services.TryAddSingleton<BoardMetrics>();
        services.TryAddSingleton<TracedOperations>();
    }

    private static void Measure(MeterProviderBuilder metrics, Uri? otlp)
    {
        metrics.AddMeter(Meters).AddPrometheusExporter();
        if (otlp is not null)
        {
            metrics.AddOtlpExporter(exporter => exporter.Endpoint = otlp);
        }

        metrics.ConfigureServices(services => services.ConfigureOpenTelemetryMeterProvider((provider, each) =>
        {
            var own = provider.GetRequiredService<IMeterFactory>();
            each.AddView(instrument => instrument.Meter.Scope is IMeterFactory factory && factory != own || Dropped.Any(instrument.Name.StartsWith) ? MetricStreamConfiguration.Drop : Kept(instrument));
        }));
    }

    /// <summary>By default the SDK reserves memory for 2,000 series of each instrument, which is more than most need.</summary>
    private static MetricStreamConfiguration Kept(Instrument instrument) =>
        new() { CardinalityLimit = OfManySeries.Contains(instrument.Name) ? ManySeries : FewSeries };

    private static void Trace(TracerProviderBuilder tracing, Uri otlp) => tracing
        .AddSource(Sources)
        .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthATrace)
        .AddOtlpExporter(exporter => exporter.Endpoint = otlp);

    private static bool IsWorthATrace(HttpContext http) => !WithoutTrace.Any(path => http.Request.Path.StartsWithSegments(path));
}
