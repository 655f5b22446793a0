using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>
/// The same load on each way to run the board, one after another in one run: first as many durable updates as 64 clients
/// can send, then updates at a steady rate, timed from a tap to every screen.
/// </summary>
internal sealed class TopologiesScenario : IScenario
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MeasuredFor = TimeSpan.FromSeconds(8);

    private static readonly ScreensLoad Screens = new(Screens: 50, Seconds: 10);

    public string Name => "topologies";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        return
        [
            .. (await OneServer("one server + SQLite")).Figures,
            .. (await OnPostgres("one web node + PostgreSQL", new(Silos: 0, Webs: 1))).Figures,
            .. (await OnPostgres("two web nodes + PostgreSQL", new(Silos: 0, Webs: 2))).Figures,
            .. (await OnPostgres("two silos, two web nodes + PostgreSQL", new(Silos: 2, Webs: 2))).Figures,
        ];
    }

    private static async Task<Measured> OneServer(string topology)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(ServerProgram.Web("--data", place.Path));
        await MachineKey.Give(place.Path, connectionString: null);
        return await Load(topology, [server.Address]);
    }

    private static async Task<Measured> OnPostgres(string topology, ClusterPlan plan)
    {
        await using var cluster = await LocalCluster.Start(plan);
        return await Load(topology, [.. cluster.Webs.Select(web => web.Address)]);
    }

    private static async Task<Measured> Load(string topology, IReadOnlyList<Uri> nodes)
    {
        await LoadHomes.Town.Register(nodes[0]);
        var (perSecond, latencies) = await RequestsLoad.Updates.Run(nodes, WarmUp, MeasuredFor);
        var seen = await Screens.Run(nodes);
        return new(perSecond,
        [
            new($"{topology}: durable updates", perSecond, "updates/s"),
            new($"{topology}: answered, p99 under that load", latencies.Percentile(0.99), "ms"),
            new($"{topology}: tap to screen p99, {Screens}", seen.Latencies.Percentile(0.99), "ms"),
            new($"{topology}: updates seen, of those sent", seen.Share * 100, "%", AtLeast: 100),
        ]);
    }

    private sealed record Measured(double PerSecond, IReadOnlyList<Figure> Figures);
}
