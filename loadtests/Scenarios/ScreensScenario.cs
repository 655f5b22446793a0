using CapacityBoard.Processes;

namespace CapacityBoard.Scenarios;

/// <summary>From a care home's tap to every screen, on one server as <c>./run</c> starts it.</summary>
internal sealed class ScreensScenario : IScenario
{
    private static readonly ScreensLoad Load = new(Screens: 200, Updates: ScreensLoad.UpdatesPerSecond * 30);

    public string Name => "screens";

    public async Task<IReadOnlyList<Figure>> Measure()
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await LoadHomes.Register(server.Address);
        var seen = await Load.Run([server.Address]);
        return
        [
            new($"tap to screen p50, {Load}", seen.Latencies.Percentile(0.50), "ms"),
            new("tap to screen p99", seen.Latencies.Percentile(0.99), "ms", AtMost: 250),
            new("updates seen, of those sent", seen.Share * 100, "%", AtLeast: 100),
            new("pushes a screen and second", seen.PushesAScreenAndSecond, "", AtMost: 11),
            new("gaps", seen.Gaps, "", AtMost: 0),
            new("updates not accepted", seen.Refused, "", AtMost: 0),
        ];
    }
}
