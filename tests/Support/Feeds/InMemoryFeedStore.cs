using System.Text.Json;
using CapacityBoard.Feeds;
using CapacityBoard.Journal;

namespace CapacityBoard.Support.Feeds;

/// <summary>The store's contract without a disk; entries are kept as JSON, as a real one keeps them.</summary>
internal sealed class InMemoryFeedStore : IFeedStore
{
    private readonly SortedDictionary<long, string> _entries = [];
    private long _last;
    private long _settled;

    public Task<IReadOnlyList<string>> Hospitals(CancellationToken token = default) => Task.FromResult<IReadOnlyList<string>>([FeedSequence.Hospital]);

    public Task<StoredFeed> Read(string hospital, long after, CancellationToken token = default) => Task.FromResult(new StoredFeed(
        _last, _settled, [.. _entries.Where(pair => pair.Key > after).Select(pair => new NumberedEntry(pair.Key, JsonSerializer.Deserialize<FeedEntry>(pair.Value, DomainJson.Options)!))]));

    public Task<bool> Append(string hospital, long expected, IReadOnlyList<FeedEntry> entries, CancellationToken token = default)
    {
        if (expected != _last)
        {
            return Task.FromResult(false);
        }

        foreach (var entry in entries)
        {
            _entries[++_last] = JsonSerializer.Serialize(entry, DomainJson.Options);
        }

        return Task.FromResult(true);
    }

    public Task Settle(string hospital, long settled, IReadOnlyCollection<long> forgotten, CancellationToken token = default)
    {
        _settled = Math.Max(_settled, settled);
        foreach (var number in forgotten)
        {
            _entries.Remove(number);
        }

        return Task.CompletedTask;
    }
}
