using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Screens;

namespace CapacityBoard.Scenarios;

/// <summary>How cost grows: with screens, with updates, and with sites. With history, see <see cref="HistoryScenario"/>.</summary>
internal sealed class GrowthScenario : IScenario
{
    private const int IdleScreens = 4000;

    private static readonly int[] Screens = [125, 250, 500, 1000, 2000];
    private static readonly int[] Updates = [50, 100, 200, 400];
    private static readonly LoadHomes[] Sites = [new(1_500, 10), new(6_000, 40), LoadHomes.Country];

    public string Name => "growth";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts) =>
    [
        .. await Loads("screens, 200 updates/s", Screens, screens => new(screens, Seconds: 10), charts),
        .. await Loads("updates/s, 500 screens", Updates, updates => new(Screens: 500, Seconds: 10) { UpdatesPerSecond = updates }, charts),
        .. await WithSites(charts),
        await OfAnIdleScreen(),
    ];

    private static async Task<IReadOnlyList<Figure>> Loads(string what, int[] sizes, Func<int, ScreensLoad> load, ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await LoadHomes.Town.Register(server.Address);
        var (seen, processors) = (new List<(int Size, Latencies Latencies)>(), new List<ChartPoint>());
        foreach (var size in sizes)
        {
            await using var use = new ServerSamples(server);
            seen.Add((size, (await load(size).Run([server.Address])).Latencies));
            processors.Add(new(size, use.OfServer));
        }

        charts.Add(new("From tap to screen", "ms", [Line("p50", 0.5), Line("p99", 0.99)]) { Over = what });
        charts.Add(new("Processors of the server", "processors", [new("server", processors)]) { Over = what });
        return [.. seen.Select(each => new Figure($"tap to screen p99, {each.Size} {what}", each.Latencies.Percentile(0.99), "ms"))];

        ChartLine Line(string name, double share) => new(name, [.. seen.Select(each => new ChartPoint(each.Size, each.Latencies.Percentile(share)))]);
    }

    private static async Task<IReadOnlyList<Figure>> WithSites(ICollection<Chart> charts)
    {
        var (starts, memory) = (new List<ChartPoint>(), new List<ChartPoint>());
        foreach (var homes in Sites)
        {
            using var place = new TemporaryPlace();
            await using (var first = await ServerProcess.Start(place.Path))
            {
                await homes.Register(first.Address);
                await first.Stop();
            }

            var begun = Stopwatch.GetTimestamp();
            await using var server = await ServerProcess.Start(place.Path);
            starts.Add(new(homes.Count, Stopwatch.GetElapsedTime(begun).TotalSeconds));
            memory.Add(new(homes.Count, server.WorkingSet / 1e6));
        }

        charts.Add(new("A start", "s", [new("until ready", starts)]) { Over = "sites" });
        charts.Add(new("Memory after it", "MB", [new("working set", memory)]) { Over = "sites" });
        return
        [
            .. starts.Select(start => new Figure($"a start on {start.At:#,0} sites", start.Value, "s")),
            .. memory.Select(after => new Figure($"memory after it, {after.At:#,0} sites", after.Value, "MB")),
        ];
    }

    private static async Task<Figure> OfAnIdleScreen()
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await LoadHomes.Town.Register(server.Address);
        await new ScreensLoad(Screens: 100, Seconds: 5).Run([server.Address]);
        var before = server.WorkingSet;
        var screens = Enumerable.Range(0, IdleScreens).Select(_ => new BoardScreen(server.Address, LoadHomes.Town.Locality(0), new(0, 0))).ToList();
        await screens.Watch();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var after = server.WorkingSet;
        await screens.Close();
        return new("an idle screen in memory", (after - before) / 1e3 / IdleScreens, "kB", AtMost: 30);
    }
}
