using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>Web programs with grains of their own that know each other: each is a silo of one cluster.</summary>
public sealed class CoHostedClusterTests
{
    [Fact]
    public async Task GivenTwoWebNodesOfOneCluster_WhenBothCallTheSameSites_ThenEachSiteIsActiveOnce()
    {
        const int homes = 50;
        await using var redis = await RedisServer.Start();
        var journal = new WatchedJournal(new InMemoryJournal());
        using var one = await Start(journal, redis);
        using var other = await Start(journal, redis);

        foreach (var web in new[] { one, other, one })
        {
            await Task.WhenAll(Enumerable.Range(1, homes).Select(
                home => CalledSite.Home(web.Services, home).Execute(HomeRequests.Register()))).Within("every home answers");
        }

        (journal.Loads, journal.Overlaps).ShouldBe((homes, 0));
        await other.StopAsync().Within("one has stopped");
        await one.StopAsync().Within("the other has stopped");
    }

    private static Task<IHost> Start(WatchedJournal journal, RedisServer redis) => ClusterHosts.StartWeb(
        journal, TimeProvider.System, ("Redis", redis.ConnectionString), ("AdvertisedAddress", "127.0.0.1"), ("SiloPort", $"{FreePort.Next()}"));
}
