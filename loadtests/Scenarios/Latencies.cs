using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>Latencies, gathered from many threads.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<Latency> _all = [];
    private double[]? _sorted;

    public int Count => _all.Count;

    public void Add(IEnumerable<Latency> latencies)
    {
        lock (_gate)
        {
            _all.AddRange(latencies);
            _sorted = null;
        }
    }

    public void Add(IEnumerable<double> milliseconds) => Add(milliseconds.Select(each => new Latency(0, (float)each)));

    public void Add(Latencies others) => Add(others._all);

    /// <summary>The latency that this share of the measurements does not exceed; 0 if there are none.</summary>
    public double Percentile(double share)
    {
        lock (_gate)
        {
            return Percentile(_sorted ??= [.. _all.Select(each => (double)each.Milliseconds).Order()], share);
        }
    }

    /// <summary>How they went, second by second.</summary>
    public Chart OverTime(string title)
    {
        var seconds = _all.GroupBy(each => (int)each.Second)
            .Select(second => (At: second.Key, Sorted: second.Select(each => (double)each.Milliseconds).Order().ToArray()))
            .OrderBy(second => second.At).ToList();
        return new(title, "ms", [.. ((double[])[0.5, 0.99]).Select(share =>
            new ChartLine($"p{share * 100:0}", [.. seconds.Select(second => new ChartPoint(second.At - seconds[0].At, Percentile(second.Sorted, share)))]))]);
    }

    private static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}

/// <param name="Second">When, by the machine's own clock.</param>
internal readonly record struct Latency(float Second, float Milliseconds);
