using CapacityBoard.Api;
using CapacityBoard.Board;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Screens;

namespace CapacityBoard.Scenarios;

/// <summary>A hundred screens watch and then read nothing: they cost themselves alone.</summary>
internal sealed class SlowReadersScenario : IScenario
{
    private const int Silent = 100;
    private static readonly ScreensLoad Load = new(Screens: 400, Seconds: 20);

    public string Name => "slow-readers";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await Load.Homes.Register(server.Address);
        var alone = await Load.Run([server.Address]);

        await using var use = new ServerSamples(server);
        var silent = Enumerable.Range(0, Silent).Select(_ => new HubSocket(server.Address)).ToList();
        await Parallel.ForEachAsync(silent, async (socket, _) =>
        {
            await socket.Open(ProgramPaths.Hub, MachineKey.Header.ToString());
            await socket.Invoke(nameof(BoardHub.Watch), Load.Homes.Locality(0), null, null);
        });
        var beside = await Load.Run([server.Address]);
        await silent.Close();
        charts.Add(beside.Latencies.OverTime($"From tap to the other screens, beside {Silent} that read nothing"));
        use.DrawOn(charts);
        return
        [
            new($"tap to screen p99, {Load}", alone.Latencies.Percentile(0.99), "ms"),
            new($"the same beside {Silent} more that read nothing", beside.Latencies.Percentile(0.99), "ms", AtMost: 250),
            new("updates seen, of those sent", beside.Share * 100, "%", AtLeast: 100),
            new("updates not accepted", beside.Refused, "", AtMost: 0),
            new("most memory of the server", use.MostMemory, "MB"),
        ];
    }
}
