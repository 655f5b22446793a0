using System.Diagnostics.Metrics;

namespace CapacityBoard.Telemetry;

/// <summary>What the gauges of a web node read. Each is asked on the exporter's thread, at each scrape or export.</summary>
internal sealed record BoardGauges(
    Func<long> Position,
    Func<int> Screens,
    Func<int> Unsent,
    Func<IEnumerable<Measurement<int>>> Holds,
    Func<IEnumerable<Measurement<int>>> Sites);
