namespace CapacityBoard.Scenarios;

/// <summary>Latencies in milliseconds, gathered from many threads.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<double> _all = [];

    public int Count => _all.Count;

    public void Add(IEnumerable<double> milliseconds)
    {
        lock (_gate)
        {
            _all.AddRange(milliseconds);
        }
    }

    public void Add(Latencies others) => Add(others._all);

    /// <summary>The latency that this share of the measurements does not exceed; 0 if there are none.</summary>
    public double Percentile(double share)
    {
        lock (_gate)
        {
            _all.Sort();
            return _all.Count == 0 ? 0 : _all[Math.Min(_all.Count - 1, (int)(_all.Count * share))];
        }
    }
}
