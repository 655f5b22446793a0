using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>The contract, kept by a web program that hosts its grains itself.</summary>
public sealed class CoHostedSiloTests : SiteGrainContract
{
    private IHost? _host;

    private protected override async Task<IServiceProvider> Start(WatchedJournal journal, ManualTimeProvider clock)
    {
        _host = await ClusterHosts.StartWeb(journal, clock).Within("the silo has started");
        return _host.Services;
    }

    protected override async Task Stop()
    {
        await _host!.StopAsync().Within("the silo has stopped");
        _host.Dispose();
    }

    /// <summary>By these names nodes of two versions find the same grain.</summary>
    [Fact]
    public void GivenEachKindOfSite_ThenItsGrainHasTheNameThatItAlwaysHad() =>
        Enum.GetValues<SiteKind>().Select(kind => Grains.GetSite(kind, SiteKey.Of("stockport", "fernlea")).GetGrainId().ToString()).ShouldBe(
        [
            "care-home/stockport/fernlea",
            "intermediate-care-unit/stockport/fernlea",
            "ward/stockport/fernlea",
            "home-care-provider/stockport/fernlea",
        ]);

    protected override Task LetIdleGrainsLeaveMemory() => IdleGrains.Collect(Grains);
}
