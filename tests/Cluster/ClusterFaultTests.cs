namespace CapacityBoard.Cluster;

/// <summary>What happens to people, beds and boards when a part of the cluster dies, hangs or goes away for a while, under 200 acts a second.</summary>
public sealed class ClusterFaultTests(RunningCluster cluster, ITestOutputHelper output) : IClassFixture<RunningCluster>
{
    private static readonly TimeSpan DatabaseAway = TimeSpan.FromSeconds(5);
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
    public Task GivenClusterUnderLoad_WhenPostgresIsAwayForFiveSeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await cluster.Nodes.Postgres.Stop();
        await Task.Delay(DatabaseAway);
        await cluster.Nodes.Postgres.StartAgain();
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsFrozenForTwentySeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Signals.Send(cluster.Nodes.Webs[1].Id, "STOP");
        await Task.Delay(Frozen);
        await Signals.Send(cluster.Nodes.Webs[1].Id, "CONT");
    });

    private async Task Under(Func<Task> fault) => output.WriteLine((await cluster.Under(fault)).ToString());
}
