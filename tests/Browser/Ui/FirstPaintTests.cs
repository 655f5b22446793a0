using System.Globalization;
using System.Text.Json;
using CapacityBoard.Browser.Board;
using CapacityBoard.Support;
using Microsoft.Playwright;

namespace CapacityBoard.Browser.Ui;

/// <summary>
/// What a page sends before it can be read, on the demonstration, and how long that takes on a slow line: 400 kbit/s, 400 ms.
/// The bytes are tested; the times are printed, for a machine's own speed is in them.
/// </summary>
public sealed class FirstPaintTests(SharedBrowser browser, StockportBoard board, ITestOutputHelper output) : BrowserTest(browser), IClassFixture<StockportBoard>
{
    private const double BytesPerSecond = 400_000 / 8;
    private const int LatencyInMilliseconds = 400;

    protected override Uri Address => board.Server.Address;

    [Theory]
    [InlineData("/stockport", 45)]
    [InlineData("/stockport/sites/alderbeck-house", 32)]
    [InlineData("/stockport/people", 36)]
    [InlineData("/stockport/grand-round", 38)]
    public async Task GivenSlowLine_WhenAPageIsOpenedForTheFirstTime_ThenWhatItWaitsForIsSmall(string path, int mostKilobytes)
    {
        var phone = await Phone();
        await using var session = new Line(await phone.Page.Context.NewCDPSessionAsync(phone.Page));
        await session.Slow();

        await phone.Open(path);

        var painted = await phone.Page.EvaluateAsync<double>("""
            new Promise(found => new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint").forEach(paint => found(paint.startTime)))
              .observe({ type: "paint", buffered: true }))
            """);
        var waitedFor = session.Sent.Where(sent => sent.Type is "Document" or "Stylesheet").ToList();
        var kilobytes = waitedFor.Sum(sent => sent.Bytes) / 1000.0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {kilobytes:0.0} kB before the first paint, after {painted / 1000:0.0} s ({string.Join(", ", waitedFor.Select(sent => $"{new Uri(sent.Address).AbsolutePath} {sent.Bytes / 1000:0.0}"))})"));
        kilobytes.ShouldBeLessThan(mostKilobytes);
        waitedFor.Where(sent => sent.Address.Contains("page.css", StringComparison.Ordinal)).ShouldHaveSingleItem().Bytes.ShouldBeLessThan(20_000);
    }

    /// <summary>A browser's connection to the network, and what came over it.</summary>
    private sealed class Line(ICDPSession session) : IAsyncDisposable
    {
        private readonly Dictionary<string, (string Type, string Address)> _asked = [];

        public List<(string Type, string Address, double Bytes)> Sent { get; } = [];

        public async Task Slow()
        {
            session.Event("Network.responseReceived").OnEvent += (_, answered) => _asked[Text(answered, "requestId")] =
                (Text(answered, "type"), answered!.Value.GetProperty("response").GetProperty("url").GetString()!);
            session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            {
                if (_asked.TryGetValue(Text(finished, "requestId"), out var asked))
                {
                    Sent.Add((asked.Type, asked.Address, finished!.Value.GetProperty("encodedDataLength").GetDouble()));
                }
            };
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.emulateNetworkConditions", new()
            {
                ["offline"] = false,
                ["latency"] = LatencyInMilliseconds,
                ["downloadThroughput"] = BytesPerSecond,
                ["uploadThroughput"] = BytesPerSecond,
            });
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();

        private static string Text(JsonElement? of, string name) => of!.Value.GetProperty(name).GetString()!;
    }
}
