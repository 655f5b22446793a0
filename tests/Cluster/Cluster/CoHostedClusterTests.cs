using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace CapacityBoard.Cluster;

/// <summary>Web programs with grains of their own on one PostgreSQL: each is a silo of one cluster.</summary>
public sealed class CoHostedClusterTests(Databases databases)
{
    [Fact]
    public async Task GivenTwoWebNodesOfOneCluster_WhenBothCallTheSameSites_ThenEachSiteIsActiveOnce()
    {
        const int homes = 50;
        var database = await databases.New();
        var journal = new WatchedJournal(new InMemoryJournal());
        using var one = await Start(journal, database);
        using var other = await Start(journal, database);

        // A silo that has not heard of the other yet may activate a site that then moves.
        await Deadline.Until(() => new[] { one, other }.All(web => web.Services.GetRequiredService<ISiloStatusOracle>().GetApproximateSiloStatuses(onlyActive: true).Count == 2), "each knows the other");
        foreach (var web in new[] { one, other, one })
        {
            await Task.WhenAll(Enumerable.Range(1, homes).Select(
                home => CalledSite.Home(web.Services, home).Execute(HomeRequests.Register()))).Within("every home answers");
        }

        (journal.Loads, journal.Overlaps).ShouldBe((homes, 0));
        await other.StopAsync().Within("one has stopped");
        await one.StopAsync().Within("the other has stopped");
    }

    private static Task<IHost> Start(WatchedJournal journal, string database) => ClusterHosts.StartWeb(
        journal, TimeProvider.System, ("ConnectionString", database));
}
