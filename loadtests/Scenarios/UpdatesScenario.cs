using CapacityBoard.Floors;
using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>
/// Compares durable updates with requests that need no work on the same server, and with a plain board's updates. The same clients
/// send them in turns in one run, so that anything else on the machine slows both.
/// </summary>
internal sealed class UpdatesScenario : IScenario
{
    private const int Rounds = 4;

    /// <summary>A server compiles its hot code during its first ten seconds or so.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan OneTurn = TimeSpan.FromSeconds(5);

    public string Name => "updates";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        using var plainPlace = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await using var plain = await ServerProcess.Start(ServerProgram.Floor(PlainBoard.Name, plainPlace.Path));
        await LoadHomes.Town.Register(server.Address);
        await RequestsLoad.EmptyJson.Run([server.Address], TimeSpan.Zero, WarmUp);
        await RequestsLoad.Updates.Run([server.Address], TimeSpan.Zero, WarmUp);
        await RequestsLoad.PlainUpdates.Run([plain.Address], TimeSpan.Zero, WarmUp);
        var (empty, updates, plainUpdates) = (new List<double>(), new List<double>(), new List<double>());
        var latencies = new Latencies();
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add((await RequestsLoad.EmptyJson.Run([server.Address], TimeSpan.Zero, OneTurn)).PerSecond);
            var turn = await RequestsLoad.Updates.Run([server.Address], TimeSpan.Zero, OneTurn);
            updates.Add(turn.PerSecond);
            latencies.Add(turn.Latencies);
            plainUpdates.Add((await RequestsLoad.PlainUpdates.Run([plain.Address], TimeSpan.Zero, OneTurn)).PerSecond);
        }

        return
        [
            new($"empty JSON over HTTP, {RequestsLoad.Clients} clients with a key", empty.Average(), "requests/s"),
            new($"durable updates over HTTP, {RequestsLoad.Clients} clients with a key", updates.Average(), "updates/s"),
            new("durable updates, of empty JSON", updates.Sum() / empty.Sum(), "", AtLeast: 0.5),
            new("plain board: updates over HTTP", plainUpdates.Average(), "updates/s"),
            new("durable updates, of the plain board's", updates.Sum() / plainUpdates.Sum(), "", AtLeast: 3),
            new("update answered p50", latencies.Percentile(0.50), "ms"),
            new("update answered p99", latencies.Percentile(0.99), "ms"),
        ];
    }
}
