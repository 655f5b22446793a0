using System.Diagnostics.Metrics;

namespace CapacityBoard.Telemetry;

/// <summary>The values behind a web node's gauges, read on the exporter's thread at each scrape or export.</summary>
internal sealed record BoardGauges(
    Func<long> Position,
    Func<int> Screens,
    Func<int> Unsent,
    Func<IEnumerable<Measurement<int>>> Holds,
    Func<IEnumerable<Measurement<int>>> Sites);
