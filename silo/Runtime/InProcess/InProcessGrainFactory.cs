using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>
/// Runs grains inside this process: one activation of a key, one turn at a time, in the order of the calls. A
/// grain is made at its first call and leaves memory when idle. A call waits as long as the calls before it take;
/// a grain that calls itself waits for ever.
/// </summary>
internal sealed class InProcessGrainFactory : IGrainFactory, IAsyncDisposable
{
    private const int ChecksInACollectionAge = 15;

    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly GrainClasses _classes;
    private readonly Func<GrainId, Activation> _activate;
    private readonly TimeSpan _collectionAge;
    private readonly ITimer _collector;
    private volatile bool _stopping;

    public InProcessGrainFactory(
        GrainClasses classes, IServiceProvider services, TimeProvider clock, IOptions<GrainOptions> options, ILogger<InProcessGrainFactory> log)
    {
        _classes = classes;
        _activate = id => new(id, services, clock, log);
        _collectionAge = options.Value.CollectionAge;
        var period = _collectionAge / ChecksInACollectionAge;
        _collector = clock.CreateTimer(_ => _ = CollectIdle(), null, period, period);
    }

    /// <summary>How many grains are in memory.</summary>
    public int Activations => _activations.Count;

    /// <param name="grainClassNamePrefix">Not supported: every interface has one class.</param>
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => grainClassNamePrefix is null
        ? GrainReference.To<TGrainInterface>(new(_classes.Of(typeof(TGrainInterface)), primaryKey), this)
        : throw new NotSupportedException("Every grain interface has one class; leave the prefix out.");

    /// <exception cref="ObjectDisposedException">The server is stopping.</exception>
    internal async Task<TAnswer> Call<TAnswer>(GrainId id, GrainMethod<TAnswer> method, object?[] arguments)
    {
        while (true)
        {
            // In this order, so that the stop sees the activation or this call sees the stop.
            var activation = _activations.GetOrAdd(id, _activate);
            ObjectDisposedException.ThrowIf(_stopping, this);
            if (await Enter(id, activation) is { } grain)
            {
                try
                {
                    return await method.Invoke(grain, arguments);
                }
                finally
                {
                    activation.Leave();
                }
            }
        }
    }

    /// <summary>Takes no more calls and completes once those taken in are answered.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        await _collector.DisposeAsync();
        await Task.WhenAll(_activations.Select(async pair =>
        {
            await pair.Value.End();
            _activations.TryRemove(pair);
        }));
    }

    /// <summary>The grain, with a turn for the caller; null where the activation has ended. Ended ones are forgotten.</summary>
    private async ValueTask<IGrainBase?> Enter(GrainId id, Activation activation)
    {
        IGrainBase? grain = null;
        try
        {
            return grain = await activation.Enter();
        }
        finally
        {
            if (grain is null)
            {
                _activations.TryRemove(new(id, activation));
            }
        }
    }

    private Task CollectIdle() => Task.WhenAll(_activations.Select(async pair =>
    {
        if (await pair.Value.EndIfIdleFor(_collectionAge))
        {
            _activations.TryRemove(pair);
        }
    }));
}
