using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>Half an hour of a town's load: memory and open files are as flat at its end as after its first minutes. Only by name.</summary>
internal sealed class SoakScenario : IScenario
{
    private const int Minutes = 30;

    private static readonly ScreensLoad Part = new(Screens: 200, Seconds: 55);

    public string Name => "soak";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await Part.Homes.Register(server.Address);
        await using var use = new ServerSamples(server);
        var (latencies, files, memory) = (new Latencies(), new List<ChartPoint>(), new List<ChartPoint>());
        var (refused, gaps, share) = (0, 0, 1.0);
        for (var minute = 0; minute < Minutes; minute++)
        {
            var seen = await Part.Run([server.Address]);
            latencies.Add(seen.Latencies);
            (refused, gaps, share) = (refused + seen.Refused, gaps + seen.Gaps, Math.Min(share, seen.Share));
            files.Add(new(minute, server.OpenFiles));
            memory.Add(new(minute, server.WorkingSet / 1e6));
        }

        charts.Add(new("Memory after each minute", "MB", [new("working set", memory)]) { Over = "minutes" });
        charts.Add(new("Open files after each minute", "", [new("files and sockets", files)]) { Over = "minutes" });
        return
        [
            new($"tap to screen p99, {Part}, {Minutes} minutes", latencies.Percentile(0.99), "ms", AtMost: 250),
            new("updates seen, of those sent, at least in a minute", share * 100, "%", AtLeast: 100),
            new("gaps", gaps, "", AtMost: 0),
            new("updates not accepted", refused, "", AtMost: 0),
            new("memory of the last ten minutes, of those before", Late(memory), "", AtMost: 1.1),
            new("open files of the last ten minutes, of those before", Late(files), "", AtMost: 1.1),
        ];
    }

    private static double Late(List<ChartPoint> points) => points[^10..].Average(point => point.Value) / points[^20..^10].Average(point => point.Value);
}
