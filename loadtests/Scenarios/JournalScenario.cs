using System.Diagnostics;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Scenarios;

/// <summary>Durable appends by concurrent writers, each with its own site and one append at a time.</summary>
internal sealed class JournalScenario : IScenario
{
    private const int Writers = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    public string Name => "journal";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        using var folder = DataFolder.Open(place.Path);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        var latencies = new Latencies();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(journal, writer, latencies))));
        return
        [
            new($"durable events, {Writers} writers", latencies.Count / Measured.TotalSeconds, "events/s", AtLeast: 5000),
            new("append p50", latencies.Percentile(0.50), "ms"),
            new("append p99", latencies.Percentile(0.99), "ms"),
        ];
    }

    private static async Task Write(SqliteJournal journal, int writer, Latencies latencies)
    {
        var site = LoadHomes.Town.Key(writer);
        var mine = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        for (var version = 0; Stopwatch.GetElapsedTime(begun) < WarmUp + Measured; version++)
        {
            var sent = Stopwatch.GetTimestamp();
            await journal.Append(new(site, version, DateTimeOffset.UnixEpoch, "load", $"{writer}-{version}", [LoadHomes.Declared(version)]));
            if (Stopwatch.GetElapsedTime(begun) >= WarmUp)
            {
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }

        latencies.Add(mine);
    }
}
