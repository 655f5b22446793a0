using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>The contract, kept by the embedded runtime.</summary>
public sealed class InProcessRuntimeTests : GrainRuntimeContract
{
    private static readonly GrainOptions Options = new();
    private ServiceProvider? _services;
    private InProcessGrainFactory? _factory;

    [Fact]
    public async Task GivenUnknownKey_WhenCalled_ThenNothingIsLeftBehind()
    {
        await GivenUnknownKey_WhenCalled_ThenTheCallerIsTold();

        _factory!.Activations.ShouldBe(0);
    }

    private protected override Task<IGrainFactory> Start(WatchedJournal journal, ManualTimeProvider clock)
    {
        _services = new ServiceCollection().AddSingleton<IJournal>(journal).AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        _factory = new(
            GrainClasses.In(typeof(Site).Assembly), _services, clock, new OptionsWrapper<GrainOptions>(Options), NullLogger<InProcessGrainFactory>.Instance);
        return Task.FromResult<IGrainFactory>(_factory);
    }

    protected override async Task Stop()
    {
        await _factory!.DisposeAsync();
        await _services!.DisposeAsync();
    }

    /// <summary>A care home's end takes no waiting, so that it is complete once the clock's timers have run.</summary>
    protected override Task LetIdleGrainsLeaveMemory()
    {
        Clock.Advance(2 * Options.CollectionAge);
        _factory!.Activations.ShouldBe(0);
        return Task.CompletedTask;
    }
}
