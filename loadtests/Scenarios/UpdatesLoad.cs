using System.Diagnostics;
using CapacityBoard.Cluster;

namespace CapacityBoard.Scenarios;

/// <summary>As many updates over the API as its clients can send, each waiting for its answer: for then it is durable.</summary>
internal static class UpdatesLoad
{
    private const int Clients = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <summary>Runs against homes that are registered already. The answer: updates a second, and how long each took.</summary>
    public static async Task<(double PerSecond, Latencies Latencies)> Run(IReadOnlyList<Uri> nodes)
    {
        var http = nodes.Select(node => MachineKey.Client(node)).ToList();
        var latencies = new Latencies();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Send(http[client % http.Count], client, latencies))));
        http.ForEach(client => client.Dispose());
        return (latencies.Count / Measured.TotalSeconds, latencies);
    }

    private static async Task Send(HttpClient http, int client, Latencies latencies)
    {
        var mine = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        for (var number = 0; Stopwatch.GetElapsedTime(begun) < WarmUp + Measured; number++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(LoadHomes.DeclareRequest((client + number * Clients) % LoadHomes.Count, number, by: number));
            answer.EnsureSuccessStatusCode();
            if (Stopwatch.GetElapsedTime(begun) >= WarmUp)
            {
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }

        latencies.Add(mine);
    }
}
