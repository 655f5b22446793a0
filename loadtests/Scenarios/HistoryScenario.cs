using System.Diagnostics;
using System.Globalization;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Copying;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Sites;

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
        using var once = new TemporaryPlace();
        var year = InventedYear.UpToNow();
        await InventedYear.Record(once.Path, year);
        var towns = (int)Math.Ceiling((double)Events / year.Events);
        List<Figure> figures = [new("events", (double)towns * year.Events, "", AtLeast: Events), new("localities, of towns and the cities beside them", 2 * towns, "")];
        var (starts, memory) = (new List<ChartPoint>(), new List<ChartPoint>());
        for (var written = 0; written < towns;)
        {
            var more = Math.Min(towns, Math.Max(1, 3 * written));
            await Copy(once.Path, place.Path, Enumerable.Range(written + 1, more - written));
            written = more;
            figures.AddRange(await FirstStart(place.Path, Report(1, year), written));
            var (seconds, megabytes) = await Start(place.Path);
            starts.Add(new(written * year.Events / 1e6, seconds));
            memory.Add(new(written * year.Events / 1e6, megabytes));
        }

        charts.Add(new("A start", "s", [new("until ready", starts)]) { Over = "million events" });
        charts.Add(new("Memory after it", "MB", [new("working set", memory)]) { Over = "million events" });
        figures.Add(new("the data folder", Directory.EnumerateFiles(place.Path).Sum(file => new FileInfo(file).Length) / 1e6, "MB"));
        figures.AddRange(await Ask(place.Path, year, towns, charts));
        return figures;
    }

    private static string Report(int town, InventedPast year) =>
        $"/api/localities/town-{town}/reports/delayed-days?from={Written(year.Begin)}&to={Written(year.End)}";

    /// <summary>The first start on entries without states and facts, until they are kept.</summary>
    private static async Task<IReadOnlyList<Figure>> FirstStart(string path, string report, int towns)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(path);
        var started = Stopwatch.GetElapsedTime(begun);
        await Ask(server.Address, report);
        var kept = Stopwatch.GetElapsedTime(begun);
        await server.Stop();
        return [new($"the first start on {towns} towns", started.TotalSeconds, "s"), new($"until the facts of {towns} towns are kept", kept.TotalSeconds, "s")];
    }

    private static async Task<(double Seconds, double Megabytes)> Start(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(path);
        return (Stopwatch.GetElapsedTime(begun).TotalSeconds, server.WorkingSet / 1e6);
    }

    private static async Task<IReadOnlyList<Figure>> Ask(string path, InventedPast year, int towns, ICollection<Chart> charts)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(path);
        List<Figure> figures =
        [
            new("start on all", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s", AtMost: 15),
            new("memory after it", server.WorkingSet / 1e6, "MB", AtMost: 800),
        ];
        await using var use = new ServerSamples(server);
        figures.Add(new("a year’s report, first asked", await Ask(server.Address, Report(2, year)), "s", AtMost: 3));
        figures.Add(new("the same again", await Ask(server.Address, Report(2, year)), "s", AtMost: 1));
        var (moments, random) = (new Latencies(), new Random(2018));
        for (var moment = 0; moment < Moments; moment++)
        {
            var at = Instants.ToText(year.Begin + (year.End - year.Begin) * random.NextDouble());
            moments.Add([1000 * await Ask(server.Address, $"/api/localities/town-{1 + (moment % towns)}/board?at={at}")]);
        }

        use.DrawOn(charts);
        return
        [
            .. figures,
            new("a locality’s board as at a past moment, p50", moments.Percentile(0.5), "ms"),
            new("a locality’s board as at a past moment, p99", moments.Percentile(0.99), "ms", AtMost: 1000),
            new("most memory of the server", use.MostMemory, "MB", AtMost: 800),
        ];
    }

    /// <summary>Copies each entry of the year for more towns.</summary>
    private static async Task Copy(string once, string path, IEnumerable<int> towns)
    {
        await using var from = SqliteRows.Open(once, mustExist: true);
        await using var to = SqliteRows.Open(path, mustExist: false);
        var (chain, of) = (new JournalChain(), towns.ToList());
        var last = await to.LastPosition(CancellationToken.None);
        if (last > 0)
        {
            chain.Begin(last, (await to.Read(last - 1, 1, CancellationToken.None))[0].Hash);
        }

        for (var position = 0L; await from.Read(position, RowsAtOnce, CancellationToken.None) is { Count: > 0 } rows; position = rows[^1].Position)
        {
            foreach (var copies in rows.SelectMany(row => of.Select(town => Of(row, town))).Chunk(RowsAtOnce))
            {
                await to.Write([.. copies.Select(copy => Chained(copy, chain))], CancellationToken.None);
            }
        }

        if (last == 0)
        {
            await InventedYear.Settle(path);
        }
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
