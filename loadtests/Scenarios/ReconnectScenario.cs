using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Screens;

namespace CapacityBoard.Scenarios;

/// <summary>A thousand screens lose their connection at once and come back at once; browsers spread themselves over a second or more.</summary>
internal sealed class ReconnectScenario : IScenario
{
    private const int Screens = 1000;

    public string Name => "reconnect";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await LoadHomes.Town.Register(server.Address);
        var nothing = new Sent(LoadHomes.Town.Count, updates: 0);
        var screens = await Opened([.. Enumerable.Range(0, Screens).Select(_ => new BoardScreen(server.Address, LoadHomes.Town.Locality(0), nothing))], new());
        await screens.Close();

        var (waited, begun) = (new Latencies(), Stopwatch.GetTimestamp());
        var back = await Opened([.. screens.Select(screen => new BoardScreen(server.Address, LoadHomes.Town.Locality(0), nothing, screen))], waited);
        var all = Stopwatch.GetElapsedTime(begun);
        await back.Close();
        return
        [
            new($"{Screens} screens live again", back.Count, "", AtLeast: Screens),
            new("all of them", all.TotalSeconds, "s", AtMost: 10),
            new("one of them, p50", waited.Percentile(0.5) / 1000, "s"),
            new("one of them, p99", waited.Percentile(0.99) / 1000, "s"),
        ];
    }

    /// <summary>Opens all at once; those that could.</summary>
    private static async Task<IReadOnlyList<BoardScreen>> Opened(IReadOnlyList<BoardScreen> screens, Latencies waited)
    {
        var opened = await Task.WhenAll(screens.Select(async screen =>
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await screen.Watch();
            }
            catch (Exception failed) when (failed is System.Net.WebSockets.WebSocketException or HttpRequestException)
            {
                return null;
            }

            waited.Add([Stopwatch.GetElapsedTime(begun).TotalMilliseconds]);
            return screen;
        }));
        return [.. opened.OfType<BoardScreen>()];
    }
}
