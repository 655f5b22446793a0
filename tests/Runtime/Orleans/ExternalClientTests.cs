using CapacityBoard.Cluster;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Runtime.Orleans;

/// <summary>The contract, kept by two silos that know each other through Redis, for a web program that hosts no grains.</summary>
public sealed class ExternalClientTests : GrainRuntimeContract
{
    private readonly List<IHost> _hosts = [];
    private RedisServer? _redis;

    private protected override async Task<IGrainFactory> Start(WatchedJournal journal, ManualTimeProvider clock)
    {
        _redis = await RedisServer.Start();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _hosts.Add(await ClusterHosts.StartSilo(journal, clock, [.. Redis(), ("SiloPort", $"{FreePort.Next()}"), ("GatewayPort", $"{FreePort.Next()}")])
                .Within("a silo has started"));
        }

        _hosts.Add(await ClusterHosts.StartWeb(journal, clock, [.. Redis(), ("HostsGrains", "false")]).Within("the client is connected"));
        return _hosts[^1].Services.GetRequiredService<IGrainFactory>();
    }

    protected override async Task Stop()
    {
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.StopAsync().Within("a host has stopped");
            host.Dispose();
        }

        await _redis!.DisposeAsync();
    }

    protected override Task LetIdleGrainsLeaveMemory() => IdleGrains.Collect(Grains);

    private IEnumerable<(string Name, string Value)> Redis() =>
        [("Membership", "Redis"), ("Redis", _redis!.ConnectionString), ("AdvertisedAddress", "127.0.0.1")];
}
