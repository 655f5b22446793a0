using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>Two silos that know each other through Redis, on one journal, and a web program that hosts no grains.</summary>
internal sealed class TwoSilos(IJournal journal, TimeProvider clock) : IAsyncDisposable
{
    private readonly List<IHost> _hosts = [];
    private RedisServer? _redis;

    public IHost First => _hosts[0];

    public static async Task<TwoSilos> Start(IJournal journal, TimeProvider clock)
    {
        var cluster = new TwoSilos(journal, clock);
        await cluster.Start();
        return cluster;
    }

    public CalledSite Home(int number) => CalledSite.Home(_hosts[^1].Services, number);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.StopAsync().Within("a host has stopped");
            host.Dispose();
        }

        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task Start()
    {
        _redis = await RedisServer.Start();
        _hosts.Add(await StartSilo().Within("the first silo has started"));
        _hosts.Add(await StartSilo().Within("the second silo has started"));
        _hosts.Add(await ClusterHosts.StartWeb(journal, clock, [.. Settings(), ("HostsGrains", "false")]).Within("the client is connected"));
    }

    private Task<IHost> StartSilo() => ClusterHosts.StartSilo(
        journal, clock, [.. Settings(), ("SiloPort", $"{FreePort.Next()}"), ("GatewayPort", $"{FreePort.Next()}")]);

    /// <summary>A call that is lost is noticed by its timeout alone, and so late that a test which waits for it fails.</summary>
    private IEnumerable<(string Name, string Value)> Settings() =>
        [("Redis", _redis!.ConnectionString), ("ResponseTimeout", "00:01:00")];
}
