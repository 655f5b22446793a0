using System.Diagnostics;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>A server on an invented year of Stockport: how long it takes to start, and how long people wait for its answers.</summary>
internal sealed class YearScenario : IScenario
{
    /// <summary>The least that counts as about 500,000 events; with fewer, the figures would describe another year.</summary>
    private const int FewestEvents = 430_000;

    public string Name => "year";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        var year = InventedYear.UpToNow();
        var begun = Stopwatch.GetTimestamp();
        await InventedYear.Record(place.Path, year);
        var written = Stopwatch.GetElapsedTime(begun);
        await InventedYear.Settle(place.Path);
        var firstStarted = await FirstStart(place.Path, year);
        begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(place.Path);
        var started = Stopwatch.GetElapsedTime(begun);
        using var process = Process.GetProcessById(server.Id);
        List<Figure> figures =
        [
            new("events of a year", year.Events, "", AtLeast: FewestEvents),
            new("inventing and recording them", written.TotalSeconds, "s"),
            new("the first start on them, which keeps states and facts", firstStarted.TotalSeconds, "s", AtMost: 30),
            new("start on them", started.TotalSeconds, "s", AtMost: 15),
            new("memory after the start", process.WorkingSet64 / 1e6, "MB", AtMost: 1500),
        ];
        figures.AddRange(await new YearQuestions(server.Address, year).Ask());
        process.Refresh();
        figures.Add(new("memory after all questions", process.WorkingSet64 / 1e6, "MB", AtMost: 1500));
        figures.Add(new("most memory at any time", process.PeakWorkingSet64 / 1e6, "MB"));
        return figures;
    }

    private static async Task<TimeSpan> FirstStart(string path, InventedPast year)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(path);
        var started = Stopwatch.GetElapsedTime(begun);
        await new YearQuestions(server.Address, year).AskOnce();
        await server.Stop();
        return started;
    }
}
