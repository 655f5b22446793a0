using CapacityBoard.CareHomes;
using CapacityBoard.Cluster;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Runtime.Orleans;

/// <summary>A web program without grains that starts before the first silo.</summary>
public sealed class GrainClientTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly string _siloPort = $"{FreePort.Next()}";
    private readonly string _gatewayPort = $"{FreePort.Next()}";

    [Fact]
    public async Task GivenNoSilo_WhenTheClientStarts_ThenItWaitsAndServesOnceThereIsOne()
    {
        using var client = ClusterHosts.BuildWeb(_journal, TimeProvider.System, ("HostsGrains", "false"), ("GatewayPort", _gatewayPort));
        var hosting = client.Services.GetRequiredService<GrainHosting>();
        var started = client.StartAsync();
        (started.IsCompleted, hosting.IsReady).ShouldBe((false, false));

        using var silo = await ClusterHosts.StartSilo(_journal, TimeProvider.System, ("SiloPort", _siloPort), ("GatewayPort", _gatewayPort)).Within("the silo has started");
        await started.Within("the client is connected");

        hosting.IsReady.ShouldBeTrue();
        var home = client.Services.GetRequiredService<IGrainFactory>().GetGrain<ICareHomeGrain>(HomeRequests.Home().Value);
        (await home.Execute(HomeRequests.Register()).Within("the site is served")).IsAccepted.ShouldBeTrue();
        await client.StopAsync().Within("the client has stopped");
        await silo.StopAsync().Within("the silo has stopped");
    }

    [Fact]
    public async Task GivenNoSilo_WhenTheClientIsStoppedWhileItWaits_ThenItEnds()
    {
        using var client = ClusterHosts.BuildWeb(_journal, TimeProvider.System, ("HostsGrains", "false"), ("GatewayPort", _gatewayPort));
        var started = client.StartAsync();

        client.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await Should.ThrowAsync<OperationCanceledException>(() => started.Within("the start is given up"));
    }
}
