using CapacityBoard.Floors;
using CapacityBoard.Processes;
using CapacityBoard.Screens;

namespace CapacityBoard.Scenarios;

/// <summary>
/// Updates at a steady rate, however long the answers take, on sites that many screens watch, each its locality. Sites and
/// screens are spread over the nodes. Latency is measured from when the update was due to be sent.
/// </summary>
/// <param name="Seconds">How long is measured, after a warm-up of five seconds.</param>
internal sealed record ScreensLoad(int Screens, int Seconds)
{
    private const int WarmUpSeconds = 5;

    public LoadHomes Homes { get; init; } = LoadHomes.Town;

    public int UpdatesPerSecond { get; init; } = 200;

    private int WarmUpUpdates => UpdatesPerSecond * WarmUpSeconds;

    private int Updates => UpdatesPerSecond * Seconds;

    /// <summary>Runs against homes that are already registered.</summary>
    public async Task<ScreensSeen> Run(IReadOnlyList<Uri> nodes)
    {
        var clients = nodes.Select(node => MachineKey.Client(node, Connections())).ToList();
        var (screens, refused) = await Run(
            (number, sent) => new BoardScreen(nodes[number % nodes.Count], Homes.Locality(number), sent),
            update => clients[update % clients.Count].SendAsync(Homes.DeclareRequest(update % Homes.Count, update / Homes.Count, by: update)));
        clients.ForEach(client => client.Dispose());
        return Seen(screens, refused) with { RowBytes = screens.Average(screen => screen.Bytes / (double)screen.Rows), Gaps = screens.Sum(screen => screen.Gaps) };
    }

    /// <summary>Runs the same against the plain board.</summary>
    public async Task<ScreensSeen> RunPlain(Uri server)
    {
        using var client = new HttpClient(Connections()) { BaseAddress = server };
        var (screens, refused) = await Run(
            (_, sent) => new PlainScreen(server, sent),
            update => client.SendAsync(PlainBoard.UpdateRequest(update % Homes.Count, update / Homes.Count, by: update)));
        return Seen(screens, refused);
    }

    public override string ToString() => $"{UpdatesPerSecond} updates/s, {Homes.Count} sites, {Screens} screens";

    /// <summary>Each update once on each screen of its home's locality.</summary>
    private long ToBeSeen
    {
        get
        {
            var screens = Enumerable.Range(0, Screens).CountBy(Homes.Locality).ToDictionary();
            return Enumerable.Range(WarmUpUpdates, Updates).Sum(update => (long)screens.GetValueOrDefault(Homes.Locality(update % Homes.Count)));
        }
    }

    private static SocketsHttpHandler Connections() => new() { MaxConnectionsPerServer = 64 };

    private async Task<(List<TScreen> Screens, int Refused)> Run<TScreen>(Func<int, Sent, TScreen> open, Func<int, Task<HttpResponseMessage>> send)
        where TScreen : Screen
    {
        var sent = new Sent(Homes.Count, WarmUpUpdates + Updates);
        var screens = Enumerable.Range(0, Screens).Select(number => open(number, sent)).ToList();
        await screens.Watch();
        var refused = await SendAll(sent, send);
        // The pushes of the last updates are still on their way.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await screens.Close();
        return (screens, refused);
    }

    private ScreensSeen Seen<TScreen>(List<TScreen> screens, int refused)
        where TScreen : Screen
    {
        var latencies = screens.AllLatencies();
        return new(
            latencies,
            latencies.Count / (double)ToBeSeen,
            screens.Average(screen => screen.Pushes) / (WarmUpSeconds + Seconds),
            (int)(screens.Sum(screen => screen.Bytes) / Math.Max(1, screens.Sum(screen => (long)screen.Pushes))),
            refused);
    }

    private async Task<int> SendAll(Sent sent, Func<int, Task<HttpResponseMessage>> send)
    {
        var accepted = await OpenArrivals.Send(WarmUpUpdates + Updates, UpdatesPerSecond, async (update, due) =>
        {
            if (update >= WarmUpUpdates)
            {
                sent.Note(update, due);
            }

            using var answer = await send(update);
            return answer.IsSuccessStatusCode;
        });
        return accepted.Count(isAccepted => !isAccepted);
    }
}

/// <summary>What the screens saw.</summary>
/// <param name="Share">The share of the updates seen, of those that every screen should have seen.</param>
/// <param name="PushBytes">Of one push, on average.</param>
internal sealed record ScreensSeen(Latencies Latencies, double Share, double PushesAScreenAndSecond, int PushBytes, int Refused)
{
    /// <summary>Of pushes, for each row in them.</summary>
    public double RowBytes { get; init; }

    public int Gaps { get; init; }
}
