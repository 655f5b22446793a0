using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using CapacityBoard.Api;
using CapacityBoard.Journal;
using CapacityBoard.Screens;
using CapacityBoard.Sites;

namespace CapacityBoard.Scenarios;

/// <summary>
/// From a care home's tap to every screen: updates at a steady rate, whatever the answers take, over the sites of
/// one locality that many screens watch. A latency runs from the instant at which the update was due to be sent.
/// </summary>
internal sealed class ScreensScenario : IScenario
{
    private const int Sites = 120;
    private const int ScreenCount = 200;
    private const int UpdatesPerSecond = 200;
    private const int WarmUpUpdates = UpdatesPerSecond * 5;
    private const int Updates = WarmUpUpdates + UpdatesPerSecond * 30;

    public string Name => "screens";

    public async Task<IReadOnlyList<Figure>> Measure()
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server.Address };
        for (var site = 0; site < Sites; site++)
        {
            using var answer = await http.PutAsJsonAsync(SiteApi.AddressOf(SiteKind.CareHome, LoadHomes.Key(site)), LoadHomes.Details(site), DomainJson.Options);
            answer.EnsureSuccessStatusCode();
        }

        var sent = new Sent(Sites, Updates);
        var screens = Enumerable.Range(0, ScreenCount).Select(_ => new Screen(sent)).ToList();
        await Task.WhenAll(screens.Select(screen => screen.Watch(server.Address, LoadHomes.Locality, CancellationToken.None)));
        var refused = await SendAll(http, sent);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Task.WhenAll(screens.Select(screen => screen.DisposeAsync().AsTask()));
        return Figures(screens, refused);
    }

    private static IReadOnlyList<Figure> Figures(List<Screen> screens, int refused)
    {
        var latencies = new Latencies();
        screens.ForEach(screen => latencies.Add(screen.Latencies));
        return
        [
            new($"tap to screen p50, {UpdatesPerSecond} updates/s, {Sites} sites, {ScreenCount} screens", latencies.Percentile(0.50), "ms"),
            new("tap to screen p99", latencies.Percentile(0.99), "ms", AtMost: 250),
            new("updates seen, of those sent", 100.0 * latencies.Count / ((Updates - WarmUpUpdates) * (double)ScreenCount), "%", AtLeast: 100),
            new("pushes a screen and second", screens.Average(screen => screen.Pushes) / (Updates / UpdatesPerSecond), "", AtMost: 11),
            new("gaps", screens.Sum(screen => screen.Gaps), "", AtMost: 0),
            new("updates not accepted", refused, "", AtMost: 0),
        ];
    }

    private static async Task<int> SendAll(HttpClient http, Sent sent)
    {
        var refused = 0;
        var begun = Stopwatch.GetTimestamp();
        var sending = new List<Task>(Updates);
        for (var number = 0; number < Updates; number++)
        {
            var due = begun + number * Stopwatch.Frequency / UpdatesPerSecond;
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            if (number >= WarmUpUpdates)
            {
                sent.Note(number, due);
            }

            sending.Add(Send(http, number));
        }

        await Task.WhenAll(sending);
        return refused;

        async Task Send(HttpClient client, int update)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post, SiteApi.AddressOf(SiteKind.CareHome, LoadHomes.Key(update % Sites)) + "/declare-vacancies")
            {
                Content = JsonContent.Create(LoadHomes.Declare(update / Sites), options: DomainJson.Options),
            };
            request.Headers.Add("Acting-As", update.ToString(CultureInfo.InvariantCulture));
            using var answer = await client.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref refused);
            }
        }
    }
}
