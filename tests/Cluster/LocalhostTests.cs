using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>A silo and a web program apart on one machine, which need nobody to keep who belongs to the cluster.</summary>
public sealed class LocalhostTests
{
    [Fact]
    public async Task GivenSiloOnThisMachine_WhenAWebProgramWithoutGrainsCallsASite_ThenTheSiloAnswers()
    {
        var journal = new WatchedJournal(new InMemoryJournal());
        var gateway = ("GatewayPort", $"{FreePort.Next()}");
        using var silo = await ClusterHosts.StartSilo(journal, TimeProvider.System, gateway, ("SiloPort", $"{FreePort.Next()}")).Within("the silo has started");
        using var web = await ClusterHosts.StartWeb(new InMemoryJournal(), TimeProvider.System, gateway, ("HostsGrains", "false")).Within("the client is connected");

        var home = CalledSite.Home(web.Services);
        (await home.Execute(HomeRequests.Register()).Within("the silo answers")).IsAccepted.ShouldBeTrue();

        journal.Loads.ShouldBe(1);
        await web.StopAsync().Within("the web program has stopped");
        await silo.StopAsync().Within("the silo has stopped");
    }
}
