using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Screens;

namespace CapacityBoard.Scenarios;

/// <summary>
/// Updates at a steady rate, however long the answers take, on the sites of one locality that many screens watch. Sites and
/// screens are spread over the nodes. Latency is measured from when the update was due to be sent.
/// </summary>
/// <param name="Updates">How many are measured, after a warm-up of five seconds.</param>
internal sealed record ScreensLoad(int Screens, int Updates)
{
    public const int UpdatesPerSecond = 200;

    private const int WarmUpUpdates = UpdatesPerSecond * 5;

    /// <summary>Runs against homes that are already registered.</summary>
    public async Task<ScreensSeen> Run(IReadOnlyList<Uri> nodes)
    {
        var clients = nodes.Select(node => MachineKey.Client(node, new SocketsHttpHandler { MaxConnectionsPerServer = 64 })).ToList();
        var sent = new Sent(LoadHomes.Count, WarmUpUpdates + Updates);
        var screens = Enumerable.Range(0, Screens).Select(_ => new Screen(sent)).ToList();
        await Task.WhenAll(screens.Select((screen, number) => screen.Watch(nodes[number % nodes.Count], LoadHomes.Locality, CancellationToken.None)));
        var refused = await SendAll(clients, sent);
        // The pushes of the last updates are still on their way.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Task.WhenAll(screens.Select(screen => screen.DisposeAsync().AsTask()));
        clients.ForEach(client => client.Dispose());
        return Seen(screens, refused);
    }

    public override string ToString() => $"{UpdatesPerSecond} updates/s, {LoadHomes.Count} sites, {Screens} screens";

    private ScreensSeen Seen(List<Screen> screens, int refused)
    {
        var latencies = new Latencies();
        screens.ForEach(screen => latencies.Add(screen.Latencies));
        return new(
            latencies,
            latencies.Count / (Updates * (double)Screens),
            screens.Average(screen => screen.Pushes) / ((WarmUpUpdates + Updates) / (double)UpdatesPerSecond),
            screens.Sum(screen => screen.Gaps),
            refused);
    }

    private async Task<int> SendAll(List<HttpClient> clients, Sent sent)
    {
        var refused = 0;
        var begun = Stopwatch.GetTimestamp();
        var sending = new List<Task>(WarmUpUpdates + Updates);
        for (var number = 0; number < WarmUpUpdates + Updates; number++)
        {
            var due = begun + number * Stopwatch.Frequency / UpdatesPerSecond;
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                // Each update is due at its own moment, whenever the one before was answered.
                await Task.Delay(wait);
            }

            if (number >= WarmUpUpdates)
            {
                sent.Note(number, due);
            }

            sending.Add(Send(clients[number % clients.Count], number));
        }

        await Task.WhenAll(sending);
        return refused;

        async Task Send(HttpClient client, int update)
        {
            using var answer = await client.SendAsync(LoadHomes.DeclareRequest(update % LoadHomes.Count, update / LoadHomes.Count, by: update));
            if (!answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref refused);
            }
        }
    }
}

/// <summary>What the screens saw.</summary>
/// <param name="Share">The share of the updates seen, of those that every screen should have seen.</param>
internal sealed record ScreensSeen(Latencies Latencies, double Share, double PushesAScreenAndSecond, int Gaps, int Refused);
