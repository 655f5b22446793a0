using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>What a cluster's update costs in processor time as silos are added: all of its processes but the database.</summary>
internal sealed class SilosScenario : IScenario
{
    private const int Most = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MeasuredFor = TimeSpan.FromSeconds(10);

    public string Name => "silos";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        var costs = new List<(int Silos, double PerSecond, double Microseconds)>();
        for (var silos = 1; silos <= Most; silos++)
        {
            costs.Add(await With(silos));
        }

        return
        [
            .. costs.Select(each => new Figure($"{each.Silos} silos, two web nodes, PostgreSQL, Redis: durable updates", each.PerSecond, "updates/s")),
            .. costs.Select(each => new Figure($"{each.Silos} silos: processor time of an update", each.Microseconds, "µs")),
            new($"processor time of an update, {Most} silos of 1", costs[^1].Microseconds / costs[0].Microseconds, "", AtMost: 1.3),
        ];
    }

    private static async Task<(int Silos, double PerSecond, double Microseconds)> With(int silos)
    {
        await using var cluster = await LocalCluster.Start(new(silos, Webs: 2, MembershipInRedis: true));
        var nodes = cluster.Webs.Select(web => web.Address).ToList();
        await LoadHomes.Town.Register(nodes[0]);
        await RequestsLoad.Updates.Run(nodes, TimeSpan.Zero, WarmUp);
        var before = Used();
        var (perSecond, latencies) = await RequestsLoad.Updates.Run(nodes, TimeSpan.Zero, MeasuredFor);
        return (silos, perSecond, (Used() - before).TotalMicroseconds / latencies.Count);

        TimeSpan Used() => cluster.Silos.Concat(cluster.Webs).Aggregate(TimeSpan.Zero, (sum, process) => sum + process.ProcessorTime);
    }
}
