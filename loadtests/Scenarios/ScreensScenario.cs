using System.Globalization;
using CapacityBoard.Floors;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Screens;

namespace CapacityBoard.Scenarios;

/// <summary>
/// From a care home's tap to many screens, on one server as <c>./run</c> starts it; then the least that so many pushes cost, and the
/// same load on a plain board.
/// </summary>
internal sealed class ScreensScenario(ScreensLoad load) : IScenario
{
    public static ScreensLoad Thousand { get; } = new(Screens: 1000, Seconds: 30);

    public string Name => "screens";

    private TimeSpan Measured => TimeSpan.FromSeconds(load.Seconds);

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        var (seen, use) = await Board(charts);
        var (bare, bareUse) = await Bare(seen.PushBytes);
        var plain = await Plain();
        return
        [
            new($"tap to screen p50, {load}", seen.Latencies.Percentile(0.50), "ms"),
            new("tap to screen p99", seen.Latencies.Percentile(0.99), "ms", AtMost: 250),
            new("updates seen, of those sent", seen.Share * 100, "%", AtLeast: 100),
            new("gaps", seen.Gaps, "", AtMost: 0),
            new("updates not accepted", seen.Refused, "", AtMost: 0),
            new("a push", seen.PushBytes, "bytes"),
            new("a changed row of a push, with its share of the rest", seen.RowBytes, "bytes", AtMost: 100),
            new("pushes a screen and second", seen.PushesAScreenAndSecond, ""),
            new("processors, server", use.OfServer, ""),
            new("processors, generator", use.OfGenerator, ""),
            new("bare hub, the same bytes: pushes a screen and second", bare.PushesAScreenAndSecond, ""),
            new("bare hub: sent to screen p99", bare.Latencies.Percentile(0.99), "ms"),
            new("bare hub: processors, server", bareUse.OfServer, ""),
            new("pushes, of the bare hub's", seen.PushesAScreenAndSecond / bare.PushesAScreenAndSecond, "", AtLeast: 0.8),
            new($"plain board: tap to screen p99, {load}", plain.Latencies.Percentile(0.99), "ms"),
            new("plain board: updates seen, of those sent", plain.Share * 100, "%"),
            new("tap to screen p99, of the plain board's", seen.Latencies.Percentile(0.99) / plain.Latencies.Percentile(0.99), "", AtMost: 1 / 3.0),
        ];
    }

    private async Task<(ScreensSeen Seen, ServerSamples Use)> Board(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await load.Homes.Register(server.Address);
        await using var use = new ServerSamples(server);
        var seen = await load.Run([server.Address]);
        charts.Add(seen.Latencies.OverTime("From tap to screen"));
        use.DrawOn(charts);
        return (seen, use);
    }

    private async Task<(ScreensSeen Seen, ServerSamples Use)> Bare(int bytes)
    {
        await using var server = await ServerProcess.Start(ServerProgram.Floor(BareHub.Name, bytes.ToString(CultureInfo.InvariantCulture)));
        var screens = Enumerable.Range(0, load.Screens).Select(_ => new BareScreen(server.Address)).ToList();
        await screens.Watch();
        await using var use = new ServerSamples(server);
        var before = screens.Sum(screen => screen.Pushes);
        // It pushes by itself for as long as the board was measured.
        await Task.Delay(Measured);
        var pushes = screens.Sum(screen => screen.Pushes) - before;
        await screens.Close();
        return (new(screens.AllLatencies(), 1, pushes / Measured.TotalSeconds / load.Screens, bytes, 0), use);
    }

    private async Task<ScreensSeen> Plain()
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(ServerProgram.Floor(PlainBoard.Name, place.Path));
        return await load.RunPlain(server.Address);
    }
}
