using CapacityBoard.Support;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>Two silos, and a web program that hosts no grains.</summary>
internal sealed class ClusterOfTwo
{
    private readonly Dictionary<string, IHost> _hosts = [];
    private IReadOnlyList<(string Name, string Value)> _membership = [];
    private WatchedJournal _journal = null!;
    private ManualTimeProvider _clock = null!;

    /// <summary>The answer is the services of the web program.</summary>
    public async Task<IServiceProvider> Start(WatchedJournal journal, ManualTimeProvider clock, IReadOnlyList<(string Name, string Value)> membership)
    {
        (_journal, _clock, _membership) = (journal, clock, [.. membership, ("TryAgainFor", "00:00:03")]);
        await StartSilo("first");
        await StartSilo("second");
        _hosts["web"] = await ClusterHosts.StartWeb(journal, clock, [.. _membership, ("HostsGrains", "false")]).Within("the client is connected");
        return _hosts["web"].Services;
    }

    /// <summary>The test is over and nobody calls any more: none of them need take its leave.</summary>
    public async Task Stop()
    {
        foreach (var host in _hosts.Values.Reverse())
        {
            await host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            host.Dispose();
        }
    }

    public async Task StartSilo(string name) => _hosts[name] = await ClusterHosts.StartSilo(
        _journal, _clock, [.. _membership, ("SiloPort", $"{FreePort.Next()}"), ("GatewayPort", $"{FreePort.Next()}")]).Within($"the {name} silo has started");

    public async Task StopHost(string name)
    {
        _hosts.Remove(name, out var host);
        await host!.StopAsync().Within($"{name} has stopped");
        host.Dispose();
    }
}
