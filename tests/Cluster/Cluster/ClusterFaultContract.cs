using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>
/// What happens to people, beds and boards, under 200 acts a second, when a part of the cluster that its membership is
/// about dies, hangs or goes away for a while: the same wherever the membership stands.
/// </summary>
public abstract class ClusterFaultContract(RunningCluster cluster, ITestOutputHelper output)
{
    /// <summary>How long the fault lasts: about as long as a database takes to restart or to fail over.</summary>
    protected static readonly TimeSpan Away = TimeSpan.FromSeconds(5);

    /// <summary>A silo is declared dead after six seconds, and the tests' users wait ten for an answer.</summary>
    protected static readonly TimeSpan Frozen = TimeSpan.FromSeconds(12);

    protected LocalCluster Nodes => cluster.Nodes;

    /// <summary>It is declared dead meanwhile; when it wakes it finds that out and ends by itself, to be started again as a new one.</summary>
    [Fact]
    public Task GivenClusterUnderLoad_WhenASiloIsFrozenUntilItIsDeclaredDead_ThenNothingIsLostDoubledOrShownWrongly() => UnderSiloFault(async silo =>
    {
        await silo.Freeze();
        // The fault itself: the silo is frozen for so long.
        await Task.Delay(Frozen);
        await silo.GoOn();
        await silo.Ended().Within("the silo has found that it was declared dead");
    });

    /// <summary>Ends the silo that has the sites, and starts it again as its supervisor would.</summary>
    protected Task UnderSiloFault(Func<ServerProcess, Task> fault) => Under(async () =>
    {
        var silo = Nodes.OldestSilo;
        await fault(Nodes.Silos[silo]);
        await Nodes.StartSiloAgain(silo);
    });

    protected async Task Under(Func<Task> fault) => output.WriteLine((await cluster.Under(fault)).ToString());
}
