using System.Diagnostics;
using System.Net.Http.Json;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Screens;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Scenarios;

/// <summary>
/// A town's day in half a minute: homes declare, wards admit and discharge, the transfer team looks, holds and releases, screens watch. Two
/// looks to one act, as an act is done from a page that leads back to it. Requests come when they are due, however long others take.
/// </summary>
internal sealed class DayScenario : IScenario
{
    private const int PerSecond = 60;
    private const int Seconds = 30;
    private const int Wards = 10;
    private const int OnAWard = 30;
    private const int Screens = 100;

    private static readonly LoadHomes Homes = LoadHomes.Town;

    /// <summary>What follows on what, over and over. Homes make two of five acts and wards half, as in the demonstration's year.</summary>
    private static readonly string[] Round =
    [
        "home page", "declare", "home page", "board page", "ward page", "admit", "ward page", "people page", "search", "discharge",
        "board", "ward page", "home page", "confirm", "home page", "choices", "board page", "hold", "home page", "grand round", "ward page", "mark day", "board as at", "report",
    ];

    public string Name => "day";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        using var http = MachineKey.Client(server.Address, new SocketsHttpHandler { MaxConnectionsPerServer = 200 });
        await Prepare(server.Address, http);
        var screens = Enumerable.Range(0, Screens).Select(_ => new BoardScreen(server.Address, Homes.Locality(0), new(Homes.Count, 1))).ToList();
        await screens.Watch();
        await Run(http, seconds: 10, first: 0);
        await using var use = new ServerSamples(server);
        var kinds = await Run(http, Seconds, first: 10 * PerSecond);
        await screens.Close();
        var all = new Latencies();
        foreach (var kind in kinds.Values)
        {
            all.Add(kind.Latencies);
        }

        charts.Add(all.OverTime("Every request of a day"));
        use.DrawOn(charts);
        return
        [
            .. kinds.Select(kind => new Figure($"{kind.Key}, p99 of {kind.Value.Latencies.Count}", kind.Value.Latencies.Percentile(0.99), "ms")),
            new($"all of {PerSecond} requests/s, p50", all.Percentile(0.5), "ms"),
            new("all, p99", all.Percentile(0.99), "ms", AtMost: 500),
            .. kinds.Where(kind => kind.Value.Failed > 0).Select(kind => new Figure($"{kind.Key}, not done", kind.Value.Failed, "", AtMost: 0)),
            new("not done", kinds.Values.Sum(kind => kind.Failed), "", AtMost: 0),
            new("processors, server", use.OfServer, ""),
            new("most memory of the server", use.MostMemory, "MB"),
        ];
    }

    private static SiteKey Ward(int number) => SiteKey.OfWard(Homes.Locality(0), "hospital", $"ward-{number % Wards}");

    private static string Reference(int number) => $"SH{number}";

    private static async Task Prepare(Uri server, HttpClient http)
    {
        await Homes.Register(server);
        for (var ward = 0; ward < Wards; ward++)
        {
            using var registered = await http.PutAsJsonAsync(SiteApi.AddressOf(SiteKind.Ward, Ward(ward)), SiteDetailsJson.Of(new(SiteKind.Ward, $"Ward {ward}", Hospital: "Hospital")));
            registered.EnsureSuccessStatusCode();
            await Done(http, LoadHomes.Command(SiteKind.Ward, Ward(ward), "declare-vacancies", new DeclareVacancies([new DeclaredLine(BedTypes.Of(SiteKind.Ward)[0], 2 * OnAWard, 0)])));
        }

        for (var home = 0; home < Homes.Count; home++)
        {
            await Done(http, Homes.DeclareRequest(home, number: 10, by: 0));
        }

        for (var person = 0; person < Wards * OnAWard; person++)
        {
            await Done(http, LoadHomes.Command(SiteKind.Ward, Ward(person), "admit-stay", new AdmitStay(Reference(person), $"{person}")));
            await Done(http, LoadHomes.Command(SiteKind.Ward, Ward(person), "set-needs", new SetNeeds(Reference(person), new([BedType.GeneralNursing]))));
        }
    }

    private static async Task<Dictionary<string, (Latencies Latencies, int Failed)>> Run(HttpClient http, int seconds, int first)
    {
        var sent = await OpenArrivals.Send(seconds * PerSecond, PerSecond, (number, due) => Send(http, first + number, due));
        var kinds = new Dictionary<string, (Latencies Latencies, int Failed)>();
        foreach (var kind in sent.GroupBy(each => each.Kind))
        {
            var latencies = new Latencies();
            latencies.Add(kind.Select(each => each.Milliseconds));
            kinds.Add(kind.Key, (latencies, kind.Count(each => !each.IsDone)));
        }

        return kinds;
    }

    private static async Task<(string Kind, double Milliseconds, bool IsDone)> Send(HttpClient http, int number, long due)
    {
        var kind = Round[number % Round.Length];
        using var request = Request(kind, number, number / Round.Length);
        using var answer = await http.SendAsync(request);
        await answer.Content.CopyToAsync(Stream.Null);
        return (kind, Stopwatch.GetElapsedTime(due).TotalMilliseconds, answer.IsSuccessStatusCode);
    }

    /// <param name="round">How often the kind was sent before.</param>
    private static HttpRequestMessage Request(string kind, int number, int round)
    {
        var (locality, home, ward) = (Homes.Locality(0), Homes.Key(number % Homes.Count), Ward(round));
        return kind switch
        {
            "declare" => Homes.DeclareRequest(number % Homes.Count, round % 30, by: 0),
            "confirm" => Homes.Command(number % Homes.Count, "confirm-unchanged", new ConfirmUnchanged()),
            "hold" => Homes.Command(round % Homes.Count, "place-hold", new PlaceHold(BedType.GeneralNursing, Reference(round))),
            "admit" => LoadHomes.Command(SiteKind.Ward, ward, "admit-stay", new AdmitStay(Reference(Wards * OnAWard + round), $"{Wards * OnAWard + round}")),
            "discharge" => LoadHomes.Command(SiteKind.Ward, ward, "discharge-stay", new DischargeStay(Reference(round), Destination.UsualResidence)),
            "mark day" => LoadHomes.Command(SiteKind.Ward, Ward(round), "mark-day", new MarkDay(Reference(Wards * OnAWard + round), LocalDay.Of(TimeProvider.System.GetUtcNow()), IsGreen: true)),
            "home page" => Get(Paths.OfSite(home)),
            "ward page" => Get(Paths.OfSite(ward)),
            "board page" => Get($"/{locality}"),
            "people page" => Get($"/{locality}/people"),
            "grand round" => Get($"/{locality}/grand-round"),
            "search" => Get($"/search?q={Reference(Wards * OnAWard + round)}"),
            "choices" => Get($"/api/localities/{locality}/choices?site={Uri.EscapeDataString(Ward(round + 1).Value)}&stay={Reference(round + 1)}"),
            "report" => Get($"/api/localities/{locality}/reports/delayed-days"),
            "board as at" => Get($"/api/localities/{locality}/board?at={Instants.ToText(TimeProvider.System.GetUtcNow().AddSeconds(-10))}"),
            _ => Get($"/api/localities/{locality}/board"),
        };
    }

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, new Uri(address, UriKind.Relative));

    private static async Task Done(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }
    }
}
