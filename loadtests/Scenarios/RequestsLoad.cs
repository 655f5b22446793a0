using System.Diagnostics;
using CapacityBoard.Floors;
using CapacityBoard.Processes;

namespace CapacityBoard.Scenarios;

/// <summary>As many requests as the clients can send; each client waits for an answer before its next request.</summary>
/// <param name="Request">Makes a request from the client's number and the request's own.</param>
internal sealed record RequestsLoad(Func<int, int, HttpRequestMessage> Request)
{
    public const int Clients = 64;

    /// <summary>Updates of registered homes. An answered update is durable.</summary>
    public static RequestsLoad Updates { get; } = new((client, number) =>
        LoadHomes.Town.DeclareRequest((client + number * Clients) % LoadHomes.Town.Count, number, by: number));

    /// <summary>Updates of the plain board's homes.</summary>
    public static RequestsLoad PlainUpdates { get; } = new((client, number) =>
        PlainBoard.UpdateRequest((client + number * Clients) % LoadHomes.Town.Count, number, by: number));

    /// <summary>The smallest JSON that a server answers. Requests carry the key of the updates, so that they pass the same access checks.</summary>
    public static RequestsLoad EmptyJson { get; } = new((_, _) => new(HttpMethod.Get, new Uri("/health", UriKind.Relative)));

    /// <summary>Runs on all nodes at once; returns the requests per second and the latency of each.</summary>
    public async Task<(double PerSecond, Latencies Latencies)> Run(IReadOnlyList<Uri> nodes, TimeSpan warmUp, TimeSpan measured)
    {
        var http = nodes.Select(node => MachineKey.Client(node)).ToList();
        var latencies = new Latencies();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Send(http[client % http.Count], client, latencies, warmUp, measured))));
        http.ForEach(client => client.Dispose());
        return (latencies.Count / measured.TotalSeconds, latencies);
    }

    private async Task Send(HttpClient http, int client, Latencies latencies, TimeSpan warmUp, TimeSpan measured)
    {
        var mine = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        for (var number = 0; Stopwatch.GetElapsedTime(begun) < warmUp + measured; number++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(Request(client, number));
            answer.EnsureSuccessStatusCode();
            if (Stopwatch.GetElapsedTime(begun) >= warmUp)
            {
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }

        latencies.Add(mine);
    }
}
