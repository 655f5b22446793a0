using System.Diagnostics;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Sites;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Scenarios;

/// <summary>Starts the server on a journal of 100,000 events, timed from the process's start until it shows the board.</summary>
internal sealed class ReplayScenario : IScenario
{
    private const int Sites = 200;
    private const int EventsOfASite = 500;

    public string Name => "replay";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await Fill(place.Path);
        var begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(place.Path);
        return [new($"start on {Sites * EventsOfASite:#,0} events", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s", AtMost: 10)];
    }

    private static async Task Fill(string path)
    {
        using var folder = DataFolder.Open(path);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        await Task.WhenAll(Enumerable.Range(0, Sites).Select(site => Task.Run(() => FillSite(journal, site))));
    }

    private static async Task FillSite(SqliteJournal journal, int site)
    {
        for (var version = 0; version < EventsOfASite; version++)
        {
            SiteEvent happened = version == 0 ? new SiteRegistered(LoadHomes.Details(site)) : LoadHomes.Declared(version);
            await journal.Append(new(LoadHomes.Town.Key(site), version, DateTimeOffset.UnixEpoch, "load", $"{version}", [happened]));
        }
    }
}
