using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Cluster;

/// <summary>A web program without grains that is stopped before there is a silo.</summary>
public sealed class GrainClientTests
{
    [Fact]
    public async Task GivenNoSilo_WhenTheClientIsStoppedWhileItWaits_ThenItEnds()
    {
        await using var redis = await RedisServer.Start();
        using var client = ClusterHosts.BuildWeb(new InMemoryJournal(), TimeProvider.System, ("HostsGrains", "false"), ("Redis", redis.ConnectionString));
        await client.StartAsync().Within("the client has started");

        client.Services.GetRequiredService<GrainHosting>().IsReady.ShouldBeFalse();
        await client.StopAsync().Within("the client has stopped");
    }
}
