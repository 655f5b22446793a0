using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CapacityBoard.Cluster;
using CapacityBoard.Demonstration.Feed;
using CapacityBoard.Feeds;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Sites;

namespace CapacityBoard.Scenarios;

/// <summary>A hospital's own system sends 200 messages a second, over eight connections: admissions, moves, news and discharges.</summary>
internal sealed class AdtScenario : IScenario
{
    private const int PerSecond = 200;
    private const int Seconds = 60;
    private const int Connections = 8;
    private const int Probes = 30;

    private static readonly string[] Course = ["A01", "A08", "A02", "A03"];
    private static readonly SiteKey ProbedWard = HospitalDemonstration.Wards[0].Key;

    private readonly DateTimeOffset _begin = TimeProvider.System.GetUtcNow().AddMinutes(-Seconds);

    public string Name => "adt";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await SetUpFeed(place.Path);
        var listener = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        await using var server = await ServerProcess.Start(ServerProgram.Web("--data", place.Path).With("Mllp:Endpoint", $"{listener}"));
        await MachineKey.Give(place.Path, connectionString: null);
        using var http = MachineKey.Client(server.Address);
        await RegisterWards(http);

        var (latencies, codes) = (new Latencies(), new List<string>());
        var processorTime = server.ProcessorTime;
        var begun = Stopwatch.GetTimestamp();
        var probing = Probe(http, listener);
        await Send(listener, latencies, codes);
        var took = Stopwatch.GetElapsedTime(begun);
        var seen = await probing;
        charts.Add(latencies.OverTime("A message, due to acknowledged"));
        return
        [
            new("messages acknowledged", codes.Count / took.TotalSeconds, "/s", AtLeast: PerSecond * 0.97),
            new("accepted", codes.Count(code => code == "AA"), "", AtLeast: PerSecond * Seconds),
            new("due to acknowledged, p50", latencies.Percentile(0.5), "ms"),
            new("due to acknowledged, p99", latencies.Percentile(0.99), "ms", AtMost: 1000),
            new($"sent to seen on the board, the longest of {Probes}", seen.Max(), "ms", AtMost: 1000),
            new("the server's processor time a message", (server.ProcessorTime - processorTime).TotalMilliseconds / codes.Count, "ms"),
        ];
    }

    private async Task Send(IPEndPoint listener, Latencies latencies, List<string> codes)
    {
        var lanes = Enumerable.Range(0, Connections).Select(_ => Channel.CreateUnbounded<(byte[] Message, long Due)>()).ToArray();
        var sending = lanes.Select(lane => Drain(lane.Reader, listener, latencies, codes)).ToArray();
        await OpenArrivals.Send(PerSecond * Seconds, PerSecond, (number, due) =>
        {
            // All messages of a person take one connection, as a system's own queue has them in order.
            var person = number / (Connections * Course.Length) * Connections + number % Connections;
            var step = number / Connections % Course.Length;
            lanes[number % Connections].Writer.TryWrite((AdtWriter.Write(MessageOf(person, step, number)), due));
            return Task.FromResult(true);
        });
        Array.ForEach(lanes, lane => lane.Writer.Complete());
        await Task.WhenAll(sending);
    }

    private static async Task Drain(ChannelReader<(byte[] Message, long Due)> lane, IPEndPoint listener, Latencies latencies, List<string> codes)
    {
        using var sender = new HospitalSender(listener, TimeProvider.System);
        await foreach (var (message, due) in lane.ReadAllAsync())
        {
            var code = await sender.Send(message, CancellationToken.None);
            var now = Stopwatch.GetTimestamp();
            latencies.Add([new Latency((float)((double)now / Stopwatch.Frequency), (float)Stopwatch.GetElapsedTime(due, now).TotalMilliseconds)]);
            lock (codes)
            {
                codes.Add(code);
            }
        }
    }

    private AdtMessage MessageOf(int person, int step, int number)
    {
        var wards = HospitalDemonstration.Wards;
        var ward = wards[1 + (person + (step >= 2 ? 1 : 0)) % (wards.Length - 1)].Key.Name.ToUpperInvariant();
        return new($"L{number}", Course[step], _begin.AddSeconds(number / (double)PerSecond), null, [new(new($"SH{100000 + person}"), Location: new(ward, "1", $"{person % 20:00}"), Class: "I")]);
    }

    /// <summary>From sending somebody's admission or discharge until the board's count of their ward has changed.</summary>
    private async Task<IReadOnlyList<double>> Probe(HttpClient http, IPEndPoint listener)
    {
        var seen = new List<double>();
        using var sender = new HospitalSender(listener, TimeProvider.System);
        for (var number = 0; number < Probes; number++)
        {
            await Task.Delay(TimeSpan.FromSeconds(Seconds) / Probes);
            var (begun, before) = (Stopwatch.GetTimestamp(), await Occupied(http));
            await sender.Send(
                AdtWriter.Write(new($"P{number}", number % 2 == 0 ? "A01" : "A03", _begin.AddSeconds(number), null, [new(new($"SH{900000 + number / 2}"), Location: new(ProbedWard.Name.ToUpperInvariant(), "1", "01"), Class: "I")])),
                CancellationToken.None);
            while (await Occupied(http) == before)
            {
                await Task.Delay(5);
            }

            seen.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return seen;
    }

    private static async Task<int> Occupied(HttpClient http)
    {
        var board = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/localities/stockport/board", UriKind.Relative)))!;
        return board["rows"]!.AsArray().Where(row => (string)row!["site"]! == ProbedWard.Value).Sum(row => (int)row!["lines"]![0]!["occupied"]!);
    }

    private static async Task RegisterWards(HttpClient http)
    {
        foreach (var ward in HospitalDemonstration.Wards)
        {
            var address = SiteApi.AddressOf(SiteKind.Ward, ward.Key);
            await Say(http, HttpMethod.Put, address, SiteDetailsJson.Of(ward.Details));
            await Say(http, HttpMethod.Post, $"{address}/declare-vacancies", ward.First[0]);
        }
    }

    private static async Task Say(HttpClient http, HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = System.Net.Http.Json.JsonContent.Create(body, body.GetType(), options: DomainJson.Options) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task SetUpFeed(string data)
    {
        using var folder = DataFolder.Open(data);
        await FeedStore.InFolder(folder).Append(HospitalDemonstration.Hospital, 0, [new(TimeProvider.System.GetUtcNow(), "Load", Definition: HospitalDemonstration.Definition)]);
    }
}
