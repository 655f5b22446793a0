using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>A journal that refuses to append while its disk is full.</summary>
internal sealed class FullJournal
{
    public bool IsFull { get; set; }

    public IJournal Over(IJournal journal) => new Full(journal, this);

    private sealed class Full(IJournal journal, FullJournal space) : IJournal, IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ((IAsyncDisposable)journal).DisposeAsync();

        public Task<AppendResult> Append(Append append, CancellationToken token = default) =>
            space.IsFull ? throw new JournalUnavailableException("The disk is full: free some space.") : journal.Append(append, token);

        public Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default) =>
            journal.ReadSite(site, afterVersion, token);

        public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default) =>
            journal.ReadFrom(afterPosition, most, token);

        public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
            journal.ReadSpans(spans, token);

        public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default) =>
            journal.ReadComingsAndGoings(reference, token);

        public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) => journal.FindOperation(site, operation, token);

        public Task WaitBeyond(long position, CancellationToken token) => journal.WaitBeyond(position, token);

        public Task<long> LastPosition(CancellationToken token = default) => journal.LastPosition(token);

        public Task ProveWritable(CancellationToken token = default) =>
            space.IsFull ? throw new JournalUnavailableException("The disk is full: free some space.") : journal.ProveWritable(token);

        public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default) => journal.ReadSites(token);

        public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default) =>
            journal.ReadLocality(locality, afterPosition, most, token);

        public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => journal.ReadSnapshot(site, token);

        public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default) =>
            journal.ReadSnapshots(locality, at, position, token);

        public Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default) => journal.SaveSnapshots(snapshots, token);
    }
}
