using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>A web program without grains that is stopped before there is a silo.</summary>
public sealed class GrainClientTests
{
    [Fact]
    public async Task GivenNoSilo_WhenTheClientIsStoppedWhileItWaits_ThenItEnds()
    {
        using var client = ClusterHosts.BuildWeb(new InMemoryJournal(), TimeProvider.System, ("HostsGrains", "false"), ("GatewayPort", $"{FreePort.Next()}"));
        var started = client.StartAsync();

        client.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await Should.ThrowAsync<OperationCanceledException>(() => started.Within("the start is given up"));
    }
}
