using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>England's care homes and agencies on one server: screens in every locality, a morning on which all declare at once, and a search.</summary>
internal sealed class CountryScenario : IScenario
{
    private const int Searches = 500;

    /// <summary>Not counted, since the server compiles its code for them.</summary>
    private const int FirstSearches = 50;

    private static readonly ScreensLoad Day = new(Screens: 5000, Seconds: 30) { Homes = LoadHomes.Country, UpdatesPerSecond = 500 };

    /// <summary>All of them within a minute.</summary>
    private static readonly ScreensLoad Morning = new(Screens: 1000, Seconds: 60) { Homes = LoadHomes.Country, UpdatesPerSecond = LoadHomes.Country.Count / 60 };

    public string Name => "country";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        double empty;
        await using (var first = await ServerProcess.Start(place.Path))
        {
            empty = await Settled(first);
            await LoadHomes.Country.Register(first.Address);
            await first.Stop();
        }

        // A site is idle while nobody acts on it: boards know it, and its grain is not in memory.
        await using var server = await ServerProcess.Start(place.Path);
        var idle = await Settled(server);
        var morning = await Morning.Run([server.Address]);
        await using var use = new ServerSamples(server);
        var day = await Day.Run([server.Address]);
        charts.Add(day.Latencies.OverTime("From tap to screen"));
        use.DrawOn(charts);
        var searches = await Search(server.Address);
        return
        [
            new("an idle site", (idle - empty) / 1e3 / LoadHomes.Country.Count, "kB", AtMost: 4),
            new($"all homes within a minute: tap to screen p99, {Morning}", morning.Latencies.Percentile(0.99), "ms"),
            new("all homes within a minute: updates seen, of those sent", morning.Share * 100, "%", AtLeast: 100),
            new("all homes within a minute: not accepted", morning.Refused, "", AtMost: 0),
            new($"tap to screen p50, {Day}", day.Latencies.Percentile(0.5), "ms"),
            new("tap to screen p99", day.Latencies.Percentile(0.99), "ms", AtMost: 500),
            new("updates seen, of those sent", day.Share * 100, "%", AtLeast: 100),
            new("updates not accepted", day.Refused, "", AtMost: 0),
            new("processors, server", use.OfServer, ""),
            new("processors, generator", use.OfGenerator, ""),
            new("most memory of the server", use.MostMemory, "MB", AtMost: 1500),
            new("a search, p50", searches.Percentile(0.5), "ms"),
            new("a search, p99", searches.Percentile(0.99), "ms", AtMost: 50),
        ];
    }

    /// <summary>What a start leaves behind is collected by then.</summary>
    private static async Task<double> Settled(ServerProcess server)
    {
        await Task.Delay(TimeSpan.FromSeconds(10));
        return server.WorkingSet;
    }

    private static async Task<Latencies> Search(Uri server)
    {
        using var http = MachineKey.Client(server);
        var latencies = new Latencies();
        for (var number = -FirstSearches; number < Searches; number++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(number % 2 == 0 ? $"/search?q=home+{(number + FirstSearches) * 41}" : $"/search?q=neighbourhood+{(number + FirstSearches) % 8}", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null);
            if (number >= 0)
            {
                latencies.Add([Stopwatch.GetElapsedTime(sent).TotalMilliseconds]);
            }
        }

        return latencies;
    }
}
