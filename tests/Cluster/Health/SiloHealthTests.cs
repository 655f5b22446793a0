using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CapacityBoard.Cluster;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Health;

/// <summary>What the silo program says of itself to whoever asks over HTTP.</summary>
public sealed class SiloHealthTests
{
    private const string Key = "the-silos-key";

    [Fact]
    public async Task GivenSiloWhoseDatabaseStops_ThenNotReadyForTheJournalAndItsFiguresNeedTheKey()
    {
        await using var postgres = await PostgresServer.Start();
        await using var silo = await ServerProcess.Start(ServerProgram.Silo("--journal", await postgres.CreateDatabase())
            .With(MetricsKey.Setting, Key)
            .With("Cluster:SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture))
            .With("Cluster:GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture)));
        using var http = new HttpClient { BaseAddress = silo.Address };
        var asked = new ApiUser(http);
        using (var refused = await http.GetAsync(new Uri("/metrics", UriKind.Relative)))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        (await Figures.Read(http)).Find("board_journal_position").ShouldNotBeNull();

        await postgres.Stop();

        await Deadline.Until(async () => (await asked.Get("/health/ready")).Status == 503, "the silo is not ready");
        (await asked.Get("/health")).Json["problems"]!.AsObject().Select(problem => problem.Key).ShouldContain("journal");
        (await asked.Get("/health/live")).Status.ShouldBe(200);

        await postgres.StartAgain();

        await Deadline.Until(async () => (await asked.Get("/health/ready")).Status == 200, "the silo is ready again");
    }
}
