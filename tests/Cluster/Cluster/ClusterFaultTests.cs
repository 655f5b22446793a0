namespace CapacityBoard.Cluster;

/// <summary>The membership stands in the journal's database, as it does where nothing is set; and faults that it has no part in.</summary>
public sealed class ClusterFaultTests(RunningCluster cluster, ITestOutputHelper output) : ClusterFaultContract(cluster, output), IClassFixture<RunningCluster>
{
    [Fact]
    public Task GivenClusterUnderLoad_WhenNothingHappens_ThenAllIsRight() => Under(() => Task.CompletedTask);

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsKilled_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Nodes.Webs[0].Kill();
        await Nodes.StartWebAgain(0);
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsFrozenForTwentySeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Nodes.Webs[1].Freeze();
        await Task.Delay(Frozen);
        await Nodes.Webs[1].GoOn();
    });
}
