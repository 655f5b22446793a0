using CapacityBoard.Support;

namespace CapacityBoard.Runtime.Orleans;

/// <summary>The contract, kept by two silos for a web program that hosts no grains.</summary>
public sealed class ExternalClientTests : GrainRuntimeContract
{
    private TwoSilos? _cluster;

    private protected override async Task<IGrainFactory> Start(WatchedJournal journal, ManualTimeProvider clock)
    {
        _cluster = await TwoSilos.Start(journal, clock);
        return _cluster.Grains;
    }

    protected override Task Stop() => _cluster!.DisposeAsync().AsTask();

    protected override Task LetIdleGrainsLeaveMemory() => IdleGrains.Collect(Grains);
}
