using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Cluster;

/// <summary>A web node that starts before the first silo.</summary>
public sealed class ClientPatienceTests
{
    [Fact]
    public async Task GivenNoSilo_WhenAWebNodeStarts_ThenItWaitsAndIsReadyOnceThereIsOne()
    {
        await using var redis = await RedisServer.Start();
        var (journal, clock) = (new InMemoryJournal(), new ManualTimeProvider());
        (string, string)[] settings = [("Redis", redis.ConnectionString)];
        using var web = ClusterHosts.BuildWeb(journal, clock, [.. settings, ("HostsGrains", "false")]);
        await web.StartAsync().Within("the web node has started");
        var hosting = web.Services.GetRequiredService<GrainHosting>();

        hosting.IsReady.ShouldBeFalse();
        Should.Throw<GrainsUnavailableException>(hosting.RequireReady).Message.ShouldBe("This server is starting or stopping. Try again in a few seconds.");
        using var silo = await ClusterHosts.StartSilo(
            journal, clock, [.. settings, ("SiloPort", $"{FreePort.Next()}"), ("GatewayPort", $"{FreePort.Next()}")]).Within("the silo has started");

        await Deadline.Until(() => hosting.IsReady, "the web node has found it");
        (await CalledSite.Home(web.Services).Execute(HomeRequests.Register()))
            .IsAccepted.ShouldBeTrue();
        await web.StopAsync().Within("the web node has stopped");
        await silo.StopAsync().Within("the silo has stopped");
    }
}
