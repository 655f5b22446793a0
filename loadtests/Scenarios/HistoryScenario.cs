using System.Diagnostics;
using System.Globalization;
using CapacityBoard.Access.Store;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Copying;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Sites;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Scenarios;

/// <summary>
/// Five million events: a year of Stockport, with the hospital in Manchester, invented once and recorded for several towns. How the first start on a journal without
/// snapshots differs from the starts after it, and what people wait for then.
/// </summary>
internal sealed class HistoryScenario : IScenario
{
    private const long Events = 5_000_000;
    private const int RowsAtOnce = 5_000;
    private const int Moments = 50;

    public string Name => "history";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        var end = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var year = new InventedPast(end.AddDays(-365), end);
        var towns = await Write(place.Path, year);
        var report = $"/api/localities/town-1/reports/delayed-days?from={Written(year.Begin)}&to={Written(year.End)}";
        List<Figure> figures = [new("events", towns * year.Events, "", AtLeast: Events), new("localities, of towns and the cities beside them", 2 * towns, "")];
        var begun = Stopwatch.GetTimestamp();
        await using (var first = await ServerProcess.Start(place.Path))
        {
            figures.Add(new("the first start, without snapshots", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s"));
            await Ask(first.Address, report);
            figures.Add(new("until facts for reports are kept", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s"));
            figures.Add(new("its memory", first.WorkingSet / 1e6, "MB"));
            await first.Stop();
        }

        figures.Add(new("the data folder", Directory.EnumerateFiles(place.Path).Sum(file => new FileInfo(file).Length) / 1e6, "MB"));
        begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(place.Path);
        figures.Add(new("start", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s", AtMost: 15));
        figures.Add(new("memory after it", server.WorkingSet / 1e6, "MB", AtMost: 800));
        await using var use = new ServerSamples(server);
        figures.Add(new("a year’s report, first asked", await Ask(server.Address, report), "s", AtMost: 3));
        figures.Add(new("the same again", await Ask(server.Address, report), "s", AtMost: 1));
        var moments = new Latencies();
        var random = new Random(2018);
        for (var moment = 0; moment < Moments; moment++)
        {
            var at = (year.Begin + (year.End - year.Begin) * random.NextDouble()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            moments.Add([1000 * await Ask(server.Address, $"/api/localities/town-{1 + (moment % towns)}/board?at={at}")]);
        }

        charts.Add(moments.OverTime("The board as at a past moment"));
        use.DrawOn(charts);
        figures.Add(new("a locality’s board as at a past moment, p50", moments.Percentile(0.5), "ms"));
        figures.Add(new("p99", moments.Percentile(0.99), "ms", AtMost: 1000));
        figures.Add(new("most memory of the server", use.MostMemory, "MB", AtMost: 800));
        return figures;
    }

    /// <summary>Records the year once, and then copies each of its entries for every town.</summary>
    /// <returns>How many towns it takes.</returns>
    private static async Task<int> Write(string path, InventedPast year)
    {
        using var once = new TemporaryPlace();
        await RecordOnce(once.Path, year);
        var towns = (int)Math.Ceiling((double)Events / year.Events);
        await using var from = SqliteRows.Open(once.Path, mustExist: true);
        await using var to = SqliteRows.Open(path, mustExist: false);
        var chain = new JournalChain();
        for (var position = 0L; await from.Read(position, RowsAtOnce, CancellationToken.None) is { Count: > 0 } rows; position = rows[^1].Position)
        {
            foreach (var copies in rows.SelectMany(row => Enumerable.Range(1, towns).Select(town => Of(row, town))).Chunk(RowsAtOnce))
            {
                await to.Write([.. copies.Select(copy => Chained(copy, chain))], CancellationToken.None);
            }
        }

        await AccessErrand.InFolder(path).Store.Add(new BoardKindRow { IsDemonstration = false, Chosen = TimeProvider.System.GetUtcNow() });
        return towns;
    }

    private static async Task RecordOnce(string path, InventedPast year)
    {
        using var folder = DataFolder.Open(path);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        await new PastImport(journal).Run(year, CancellationToken.None);
    }

    private static JournalRow Of(JournalRow row, int town) => row with { Site = Renamed(row.Site, town), Data = Renamed(row.Data, town) };

    /// <summary>The year is one of a town and of a hospital in the city beside it.</summary>
    private static string Renamed(string text, int town) =>
        text.Replace("stockport", $"town-{town}", StringComparison.Ordinal).Replace("manchester", $"city-{town}", StringComparison.Ordinal);

    private static JournalRow Chained(JournalRow row, JournalChain chain)
    {
        var next = row with { Position = chain.Position + 1 };
        return next with { Hash = chain.Add(next) };
    }

    /// <returns>How long the answer took, in seconds.</returns>
    private static async Task<double> Ask(Uri server, string address)
    {
        using var http = MachineKey.Client(server);
        http.Timeout = TimeSpan.FromMinutes(10);
        var sent = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
        return Stopwatch.GetElapsedTime(sent).TotalSeconds;
    }

    private static string Written(DateTimeOffset at) => LocalDay.Of(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
