using System.Diagnostics;
using System.Globalization;
using System.Net;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Sites;

namespace CapacityBoard.Scenarios;

/// <summary>The questions people ask a server with a year of events, sent one after another over HTTP.</summary>
internal sealed class YearQuestions(Uri server, InventedPast year)
{
    private const int Moments = 200;
    private const int People = 100;
    private const int Times = 20;
    private const string Locality = "/api/localities/stockport";

    public async Task<IReadOnlyList<Figure>> Ask()
    {
        using var http = MachineKey.Client(server);
        http.Timeout = TimeSpan.FromMinutes(2);
        var random = new Random(2018);
        var moments = Enumerable.Range(0, Moments).Select(_ => year.Begin + (year.End - year.Begin) * random.NextDouble()).Select(at => $"{Locality}/board?at={Instants.ToText(at)}").ToList();
        return
        [
            .. await Ask(http, "the board", Again($"{Locality}/board"), 300),
            .. await Ask(http, "the board’s page", Again("/stockport"), 1000),
            .. await Ask(http, $"the board as at {Moments} moments, each for the first time", moments, 300),
            .. await Ask(http, "as at the same moments again", moments, 300),
            .. await Ask(http, $"the choice lists of {People} people", [.. Waiting().Take(People)], 50),
            .. await Ask(http, "the grand round of Stepping Hill", Again($"{Locality}/grand-round?hospital=stepping-hill-hospital"), 1000),
            .. await Ask(http, "its page", Again("/stockport/grand-round?hospital=stepping-hill-hospital"), 1000),
            .. await Reports(http),
        ];
    }

    /// <summary>One report, which is answered once what is kept for reports is known.</summary>
    public async Task AskOnce()
    {
        using var http = MachineKey.Client(server);
        http.Timeout = TimeSpan.FromMinutes(2);
        using var answer = await http.GetAsync(new Uri($"{Locality}/reports/{ReportList.All[0].Code}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<Figure>> Reports(HttpClient http)
    {
        var days = $"from={Written(LocalDay.Of(year.Begin))}&to={Written(LocalDay.Of(year.End))}";
        var figures = new List<Figure>();
        foreach (var report in ReportList.All)
        {
            figures.AddRange(await Ask(http, $"report {report.Code}, of the whole year", Again($"{Locality}/reports/{report.Code}?{days}", 5), 1000));
        }

        return figures;
    }

    /// <summary>The addresses of choice lists for people who are medically optimised and have needs recorded.</summary>
    private IEnumerable<string> Waiting() =>
        from ward in year.Sites
        where ward.Kind == SiteKind.Ward
        from stay in ward.Stays.All
        where stay.Optimised is not null && stay.Plan?.Needs is not null
        select $"/api/localities/{ward.Key.Locality}/choices?site={Uri.EscapeDataString(ward.Key.Value)}&stay={stay.Reference}";

    private static List<string> Again(string address, int times = Times) => [.. Enumerable.Repeat(address, times)];

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The first answer is reported separately, since the server compiles its code for it. A request that fails becomes a figure
    /// of its own.
    /// </summary>
    private static async Task<IReadOnlyList<Figure>> Ask(HttpClient http, string what, IReadOnlyList<string> addresses, double most)
    {
        var latencies = new Latencies();
        double? first = null;
        foreach (var address in addresses)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            await answer.Content.CopyToAsync(Stream.Null);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return [new($"{what}: answered with {(int)answer.StatusCode} at {address.Split('?')[0]}", (int)answer.StatusCode, "", AtMost: 200)];
            }

            var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            if (first is null)
            {
                first = took;
                continue;
            }

            latencies.Add([took]);
        }

        return [new($"{what}, the first", first ?? 0, "ms"), new($"{what}, p50", latencies.Percentile(0.5), "ms"), new($"{what}, p99", latencies.Percentile(0.99), "ms", AtMost: most)];
    }
}
