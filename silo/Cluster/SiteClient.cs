using System.Collections.Concurrent;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

/// <summary>
/// Calls the grains of sites for this process. A call that does not reach its grain is retried; every command has an
/// operation ID, so it is done once however often it arrives.
/// </summary>
internal sealed class SiteClient : ISiteClient
{
    private const int MostReferences = 100_000;

    private readonly IGrainFactory _grains;
    private readonly GrainHosting _hosting;
    private readonly TimeSpan _responseTimeout;
    private readonly TimeProvider _domainClock;
    private readonly SiteCallRetries _retries;
    private readonly CallsInFlight _inFlight = new();
    private readonly ConcurrentDictionary<(SiteKind, SiteKey), ISiteGrain> _references = new();

    public SiteClient(
        IGrainFactory grains,
        GrainHosting hosting,
        IOptions<SiloClusterOptions> options,
        [FromKeyedServices(TimeProviderNames.Messaging)] TimeProvider clock,
        TimeProvider domainClock,
        ILogger<SiteClient> log)
    {
        (_grains, _hosting, _responseTimeout, _domainClock) = (grains, hosting, options.Value.ResponseTimeout, domainClock);
        _retries = new(options.Value.TryAgainFor, clock, log);
    }

    /// <exception cref="GrainsUnavailableException">The grain could not be reached within the configured time.</exception>
    /// <inheritdoc/>
    public Task<Outcome> Execute(SiteKind kind, SiteKey key, SiteRequest request) => Call(kind, key, site => site.Execute(request));

    /// <exception cref="GrainsUnavailableException">The grain could not be reached within the configured time.</exception>
    /// <inheritdoc/>
    public Task<Site> Read(SiteKind kind, SiteKey key) => Call(kind, key, site => site.Read());

    /// <summary>Refuses new calls from now on, and completes once those in flight are answered.</summary>
    public Task Drain() => _inFlight.Drain();

    private async Task<T> Call<T>(SiteKind kind, SiteKey key, Func<ISiteGrain, Task<T>> call)
    {
        _hosting.RequireReady();
        if (!_inFlight.Enter())
        {
            throw GrainHosting.NotNow();
        }

        try
        {
            var grain = Reference(kind, key);
            return await _retries.Run(key, () => Attempt(grain, call));
        }
        catch (Exception failure) when (TransportFault.Is(failure))
        {
            throw new GrainsUnavailableException(
                "This site's server cannot be reached at the moment. Try again in a few seconds. It is safe to send the same command again.",
                failure);
        }
        catch (CallExpiredException expired)
        {
            throw new GrainsUnavailableException(expired.Message, expired);
        }
        finally
        {
            _inFlight.Leave();
        }
    }

    /// <summary>Orleans looks up the interface's attributes each time that it makes a reference, which costs more than the command.</summary>
    private ISiteGrain Reference(SiteKind kind, SiteKey key)
    {
        if (_references.TryGetValue((kind, key), out var known))
        {
            return known;
        }

        if (_references.Count >= MostReferences)
        {
            _references.Clear();
        }

        return _references[(kind, key)] = _grains.GetSite(kind, key);
    }

    /// <summary>One attempt, with its own deadline: a silo that was frozen with it must not do it after a later one was answered.</summary>
    private async Task<T> Attempt<T>(ISiteGrain grain, Func<ISiteGrain, Task<T>> call)
    {
        CallDeadline.Set(_domainClock.GetUtcNow() + _responseTimeout);
        return await call(grain);
    }
}
