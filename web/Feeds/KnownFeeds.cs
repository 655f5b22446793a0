using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>The hospitals' feeds, for finding the one that a message belongs to. Set-ups made on another node are known within 10 seconds.</summary>
internal sealed class KnownFeeds(IFeedStore store, IGrainFactory grains, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known _known = new(ImmutableSortedDictionary<string, FeedDefinition>.Empty, DateTimeOffset.MinValue);

    public IFeedGrain Of(string hospital) => grains.GetGrain<IFeedGrain>(hospital);

    /// <summary>The set-ups by hospital, <c>stockport/stepping-hill</c>.</summary>
    /// <exception cref="Journal.JournalUnavailableException">They cannot be read.</exception>
    public async ValueTask<ImmutableSortedDictionary<string, FeedDefinition>> All(CancellationToken token = default)
    {
        if (IsFresh)
        {
            return _known.Feeds;
        }

        await _reading.WaitAsync(token);
        try
        {
            if (!IsFresh)
            {
                await Read(token);
            }

            return _known.Feeds;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The hospital whose system sends with an application and facility, the more exact set-up first; null if there is none.</summary>
    public async ValueTask<string?> Find(string application, string facility, CancellationToken token = default) => (await All(token))
        .Where(feed => Fits(feed.Value.Application, application) && Fits(feed.Value.Facility, facility))
        .OrderByDescending(feed => (feed.Value.Facility.Length > 0 ? 2 : 0) + (feed.Value.Application.Length > 0 ? 1 : 0))
        .Select(feed => feed.Key)
        .FirstOrDefault();

    public async Task<Refusal?> SetUp(string hospital, FeedDefinition definition, string by)
    {
        var refusal = await Of(hospital).SetUp(definition, by);
        _known = _known with { Read = DateTimeOffset.MinValue };
        return refusal;
    }

    public void Dispose() => _reading.Dispose();

    private bool IsFresh => clock.GetUtcNow() - _known.Read < BetweenReads;

    private async Task Read(CancellationToken token)
    {
        var feeds = ImmutableSortedDictionary.CreateBuilder<string, FeedDefinition>(StringComparer.Ordinal);
        foreach (var hospital in await store.Hospitals(token))
        {
            if ((await Of(hospital).Read()).Definition is { } definition)
            {
                feeds[hospital] = definition;
            }
        }

        _known = new(feeds.ToImmutable(), clock.GetUtcNow());
    }

    private static bool Fits(string wanted, string sent) => wanted.Length == 0 || wanted.Equals(sent, StringComparison.OrdinalIgnoreCase);

    private sealed record Known(ImmutableSortedDictionary<string, FeedDefinition> Feeds, DateTimeOffset Read);
}
