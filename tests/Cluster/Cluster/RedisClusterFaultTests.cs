using CapacityBoard.Processes;

namespace CapacityBoard.Cluster;

/// <summary>The membership stands in Redis: the faults that it has a part in.</summary>
public sealed class RedisClusterFaultTests(RedisClusterFaultTests.Running cluster, ITestOutputHelper output)
    : ClusterFaultContract(cluster, output), IClassFixture<RedisClusterFaultTests.Running>
{
    [Fact]
    public Task GivenClusterUnderLoad_WhenRedisIsAwayForFiveSeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Nodes.Redis!.Stop();
        await Task.Delay(Away);
        await Nodes.Redis.StartAgain();
    });

    public sealed class Running : RunningCluster
    {
        protected override ClusterPlan Plan { get; } = new(Silos: 2, Webs: 2, MembershipInRedis: true);
    }
}
