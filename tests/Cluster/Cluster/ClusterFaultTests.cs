namespace CapacityBoard.Cluster;

/// <summary>The membership stands in the journal's database, as it does where nothing is set; and faults that it has no part in.</summary>
public sealed class ClusterFaultTests(RunningCluster cluster, ITestOutputHelper output) : ClusterFaultContract(cluster, output), IClassFixture<RunningCluster>
{
    [Fact]
    public Task GivenClusterUnderLoad_WhenNothingHappens_ThenAllIsRight() => Under(() => Task.CompletedTask);

    /// <summary>A deploy: every silo and every web node, one after another.</summary>
    [Fact]
    public Task GivenClusterUnderLoad_WhenAllIsReplacedInTurn_ThenNothingIsLostDoubledOrShownWrongly() => Under(() => Nodes.Upgrade());

    [Fact]
    public Task GivenClusterUnderLoad_WhenPostgresIsAwayForFiveSeconds_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Nodes.Postgres.Stop();
        // The fault itself: it is away for so long.
        await Task.Delay(Away);
        await Nodes.Postgres.StartAgain();
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenASiloIsKilled_ThenNothingIsLostDoubledOrShownWrongly() => UnderSiloFault(silo => silo.Kill());

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsKilled_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Nodes.Webs[0].Kill();
        await Nodes.StartWebAgain(0);
    });

    [Fact]
    public Task GivenClusterUnderLoad_WhenAWebNodeIsFrozenForLongerThanAnybodyWaits_ThenNothingIsLostDoubledOrShownWrongly() => Under(async () =>
    {
        await Nodes.Webs[1].Freeze();
        // The fault itself: it is frozen for so long.
        await Task.Delay(Frozen);
        await Nodes.Webs[1].GoOn();
    });
}
