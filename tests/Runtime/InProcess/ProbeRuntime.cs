using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>The runtime with the grains of <see cref="ProbeGrain"/>'s file and a clock that a test moves.</summary>
internal sealed class ProbeRuntime : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ProbeRuntime()
    {
        _services = new ServiceCollection().AddSingleton(Log).BuildServiceProvider();
        Grains = new(
            GrainClasses.In(typeof(ProbeGrain).Assembly),
            _services,
            Clock,
            new OptionsWrapper<GrainOptions>(new() { CollectionAge = Age }),
            NullLogger<InProcessGrainFactory>.Instance);
    }

    /// <summary>After this long without a call a grain may leave memory.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromMinutes(15);

    public ManualTimeProvider Clock { get; } = new();

    public ProbeLog Log { get; } = new();

    public InProcessGrainFactory Grains { get; }

    public IProbeGrain Probe(string key = "one") => Grains.GetGrain<IProbeGrain>(key);

    public async ValueTask DisposeAsync()
    {
        await Grains.DisposeAsync();
        await _services.DisposeAsync();
    }
}
