using CapacityBoard.Processes;

namespace CapacityBoard.Cluster;

/// <summary>
/// An earlier build is replaced by this one, node by node, under load. Run by hand before a release, with the folder of
/// the earlier build's programs in <c>CAPACITY_BOARD_EARLIER</c>: docs/operations.md has the commands.
/// </summary>
public sealed class RollingUpgradeTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public async Task GivenNodesOfAnEarlierBuild_WhenReplacedInTurnUnderLoad_ThenNothingIsLostDoubledOrRefused()
    {
        await using var cluster = new EarlierCluster();
        await cluster.InitializeAsync();
        output.WriteLine((await cluster.Under(cluster.Nodes.Upgrade)).ToString());
    }

    private sealed class EarlierCluster : RunningCluster
    {
        protected override ClusterPlan Plan { get; } = new(
            Silos: 2, Webs: 2, EarlierBuild: Environment.GetEnvironmentVariable("CAPACITY_BOARD_EARLIER")
                ?? throw new InvalidOperationException("Name the folder of the earlier build's programs in CAPACITY_BOARD_EARLIER."));
    }
}
