using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>What happens to people, beds and boards when a part of the cluster dies, hangs or goes away for a while, under 200 acts a second.</summary>
public sealed class ClusterFaultTests(RunningCluster cluster, ITestOutputHelper output) : IClassFixture<RunningCluster>
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(20);

    [Fact]
    public Task GivenClusterUnderLoad_WhenNothingHappens_ThenAllIsRight() => Under(() => Task.CompletedTask);

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsKilled_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await cluster.Nodes.Webs[0].Kill();
        await cluster.Nodes.StartWebAgain(0);
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsReplaced_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await cluster.Nodes.Webs[1].Stop();
        await cluster.Nodes.StartWebAgain(1);
    });

    /// <summary>A deploy: every silo and every web node, one after another.</summary>
    [Fact]
    public Task GivenClusterUnderLoad_WhenAllIsReplacedInTurn_ThenNothingIsLostDoubledOrShownWrongly() => Under(cluster.Nodes.Upgrade);

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsFrozenForTwentySeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await cluster.Nodes.Webs[1].Freeze();
        await Task.Delay(Frozen);
        await cluster.Nodes.Webs[1].GoOn();
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenPostgresIsAwayForFiveSeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await cluster.Nodes.Postgres.Stop();
        await Task.Delay(Away);
        await cluster.Nodes.Postgres.StartAgain();
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenASiloIsKilled_ThenNothingIsLostDoubledOrShownWrongly() => UnderSiloFault(silo => silo.Kill());

    [Fact]
    public Task GivenClusterUnderLoad_WhenASiloIsReplaced_ThenNothingIsLostDoubledOrShownWrongly() => UnderSiloFault(silo => silo.Stop());

    /// <summary>It is declared dead meanwhile; when it wakes it finds that out and ends by itself, to be started again as a new one.</summary>
    [Fact]
    public Task GivenClusterUnderLoad_WhenASiloIsFrozenForTwentySeconds_ThenNothingIsLostDoubledOrShownWrongly() => UnderSiloFault(async silo =>
    {
        await silo.Freeze();
        await Task.Delay(Frozen);
        await silo.GoOn();
        await silo.Ended().Within("the silo has found that it was declared dead");
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenRedisIsAwayForFiveSeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await cluster.Nodes.Redis!.Stop();
        await Task.Delay(Away);
        await cluster.Nodes.Redis.StartAgain();
    });

    /// <summary>Ends the silo that has the sites, and starts it again as its supervisor would.</summary>
    private Task UnderSiloFault(Func<ServerProcess, Task> fault) => Under(async () =>
    {
        var silo = cluster.Nodes.OldestSilo;
        await fault(cluster.Nodes.Silos[silo]);
        await cluster.Nodes.StartSiloAgain(silo);
    });

    private async Task Under(Func<Task> fault) => output.WriteLine((await cluster.Under(fault)).ToString());
}
