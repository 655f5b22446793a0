using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>The contract, kept by a web program that hosts its grains itself.</summary>
public sealed class CoHostedSiloTests : SiteGrainContract
{
    private IHost? _host;

    private protected override async Task<IGrainFactory> Start(WatchedJournal journal, ManualTimeProvider clock)
    {
        _host = await ClusterHosts.StartWeb(journal, clock).Within("the silo has started");
        return _host.Services.GetRequiredService<IGrainFactory>();
    }

    protected override async Task Stop()
    {
        await _host!.StopAsync().Within("the silo has stopped");
        _host.Dispose();
    }

    protected override Task LetIdleGrainsLeaveMemory() => IdleGrains.Collect(Grains);
}
