using Microsoft.Extensions.Configuration;

namespace CapacityBoard.Telemetry;

/// <summary>Where each signal is sent by OTLP, from the standard variables; null for a signal that is not sent.</summary>
internal sealed record OtlpSignals(Uri? Metrics, Uri? Traces, Uri? Logs)
{
    /// <summary>Reads <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; <c>…_METRICS_ENDPOINT</c>, <c>…_TRACES_ENDPOINT</c> and <c>…_LOGS_ENDPOINT</c> override it.</summary>
    public static OtlpSignals Read(IConfiguration configuration) => new(
        EndpointOf(configuration, "METRICS"), EndpointOf(configuration, "TRACES"), EndpointOf(configuration, "LOGS"));

    private static Uri? EndpointOf(IConfiguration configuration, string signal)
    {
        if (Read(configuration, $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") is { } own)
        {
            return own;
        }

        var isHttp = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        return Read(configuration, "OTEL_EXPORTER_OTLP_ENDPOINT") is not { } all ? null
            : isHttp ? new Uri($"{all.ToString().TrimEnd('/')}/v1/{signal.ToLowerInvariant()}")
            : all;
    }

    private static Uri? Read(IConfiguration configuration, string variable) =>
        Uri.TryCreate(configuration[variable], UriKind.Absolute, out var endpoint) ? endpoint : null;
}
