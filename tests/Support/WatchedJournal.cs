using System.Collections.Concurrent;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>A journal that records the calls grains make, and can be made to fail.</summary>
public sealed class WatchedJournal(IJournal journal) : IJournal
{
    private readonly ConcurrentDictionary<SiteKey, int> _under = new();
    private int _failures;
    private int _overlaps;
    private int _loads;
    private int _entriesRead;
    private int _appends;

    /// <summary>Awaited by each append before it goes on to the journal.</summary>
    public Task BeforeAppend { get; set; } = Task.CompletedTask;

    /// <summary>How many appends have begun.</summary>
    public int Appends => _appends;

    /// <summary>How often two calls for one site ran at once; never, if the site's grain runs one turn at a time.</summary>
    public int Overlaps => _overlaps;

    /// <summary>How many activations there were, since each begins by reading its snapshot.</summary>
    public int Loads => _loads;

    public int EntriesRead => _entriesRead;

    public void FailLoads(int times) => Interlocked.Exchange(ref _failures, times);

    public Task<AppendResult> Append(Append append, CancellationToken token = default) =>
        Watch(append.Site, async () =>
        {
            Interlocked.Increment(ref _appends);
            await BeforeAppend;
            return await journal.Append(append, token);
        });

    public Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default) =>
        Watch(site, async () =>
        {
            var entries = await journal.ReadSite(site, afterVersion, token);
            Interlocked.Add(ref _entriesRead, entries.Count);
            return entries;
        });

    public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => Watch(site, () =>
    {
        Interlocked.Increment(ref _loads);
        return Interlocked.Decrement(ref _failures) >= 0
            ? throw new JournalUnavailableException("The disk is being changed.")
            : journal.ReadSnapshot(site, token);
    });

    public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default) =>
        journal.ReadComingsAndGoings(reference, token);

    public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) =>
        Watch(site, () => journal.FindOperation(site, operation, token));

    public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
        journal.ReadSpans(spans, token);

    public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default) =>
        journal.ReadFrom(afterPosition, most, token);

    public Task WaitBeyond(long position, CancellationToken token) => journal.WaitBeyond(position, token);

    public Task<long> LastPosition(CancellationToken token = default) => journal.LastPosition(token);

    public Task ProveWritable(CancellationToken token = default) => journal.ProveWritable(token);

    public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default) => journal.ReadSites(token);

    public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default) =>
        journal.ReadLocality(locality, afterPosition, most, token);

    public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default) =>
        journal.ReadSnapshots(locality, at, position, token);

    public Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default) => journal.SaveSnapshots(snapshots, token);

    private async Task<T> Watch<T>(SiteKey site, Func<Task<T>> call)
    {
        if (_under.AddOrUpdate(site, 1, (_, count) => count + 1) > 1)
        {
            Interlocked.Increment(ref _overlaps);
        }

        try
        {
            await Task.Yield();
            return await call();
        }
        finally
        {
            _under.AddOrUpdate(site, 0, (_, count) => count - 1);
        }
    }
}
