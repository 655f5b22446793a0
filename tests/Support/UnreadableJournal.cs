using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>A journal whose entries cannot be read until it is opened.</summary>
internal sealed class UnreadableJournal
{
    private readonly TaskCompletionSource _readable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _readable.SetResult();

    public IJournal Over(IJournal journal) => new Unreadable(journal, _readable.Task);

    private sealed class Unreadable(IJournal journal, Task readable) : IJournal, IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ((IAsyncDisposable)journal).DisposeAsync();

        public Task<AppendResult> Append(Append append, CancellationToken token = default) => journal.Append(append, token);

        public Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default) =>
            journal.ReadSite(site, afterVersion, token);

        public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default) =>
            WhereReadable().ReadFrom(afterPosition, most, token);

        public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
            journal.ReadSpans(spans, token);

        public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default) =>
            journal.ReadComingsAndGoings(reference, token);

        public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) => journal.FindOperation(site, operation, token);

        public Task WaitBeyond(long position, CancellationToken token) => journal.WaitBeyond(position, token);

        public Task<long> LastPosition(CancellationToken token = default) => journal.LastPosition(token);

        public Task ProveWritable(CancellationToken token = default) => journal.ProveWritable(token);

        public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default) => WhereReadable().ReadSites(token);

        public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default) =>
            WhereReadable().ReadLocality(locality, afterPosition, most, token);

        public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => journal.ReadSnapshot(site, token);

        public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default) =>
            WhereReadable().ReadSnapshots(locality, at, position, token);

        public Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default) => journal.SaveSnapshots(snapshots, token);

        private IJournal WhereReadable() => readable.IsCompleted ? journal : throw new JournalUnavailableException("The disk is being changed.");
    }
}

internal static class Decorations
{
    /// <summary>Wraps a registered service.</summary>
    public static void Decorate<T>(this IServiceCollection services, Func<T, T> around)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => around((T)inner.ImplementationFactory!(provider)));
    }
}
