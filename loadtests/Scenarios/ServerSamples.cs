using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>A server's memory and processors, and this generator's, each second until it is disposed.</summary>
internal sealed class ServerSamples : IAsyncDisposable
{
    private readonly ServerProcess _server;
    private readonly CancellationTokenSource _ended = new();
    private readonly List<(double Second, double Megabytes, double Server, double Generator)> _samples = [];
    private readonly Task _sampling;

    public ServerSamples(ServerProcess server)
    {
        _server = server;
        _sampling = Sample();
    }

    public double MostMemory => _samples.Max(sample => sample.Megabytes);

    /// <summary>In processors, on average.</summary>
    public double OfServer => _samples.Average(sample => sample.Server);

    public double OfGenerator => _samples.Average(sample => sample.Generator);

    public void DrawOn(ICollection<Chart> charts)
    {
        charts.Add(new("Processors in use", "processors", [Line("server", sample => sample.Server), Line("load generator", sample => sample.Generator)]));
        charts.Add(new("Memory of the server", "MB", [Line("working set", sample => sample.Megabytes)]));
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _sampling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private ChartLine Line(string name, Func<(double Second, double Megabytes, double Server, double Generator), double> value) =>
        new(name, [.. _samples.Select(sample => new ChartPoint(sample.Second, value(sample)))]);

    private async Task Sample()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var begun = Stopwatch.GetTimestamp();
        var (at, server, generator) = (begun, _server.ProcessorTime, Environment.CpuUsage.TotalTime);
        while (await timer.WaitForNextTickAsync(_ended.Token))
        {
            var (now, serverNow, generatorNow) = (Stopwatch.GetTimestamp(), _server.ProcessorTime, Environment.CpuUsage.TotalTime);
            var passed = Stopwatch.GetElapsedTime(at, now);
            _samples.Add((Stopwatch.GetElapsedTime(begun, now).TotalSeconds, _server.WorkingSet / 1e6, (serverNow - server) / passed, (generatorNow - generator) / passed));
            (at, server, generator) = (now, serverNow, generatorNow);
        }
    }
}
