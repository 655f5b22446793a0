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

        public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default) => readable.IsCompleted
            ? journal.ReadFrom(afterPosition, most, token)
            : throw new JournalUnavailableException("The disk is being changed.");

        public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
            journal.ReadSpans(spans, token);

        public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) => journal.FindOperation(site, operation, token);

        public Task WaitBeyond(long position, CancellationToken token) => journal.WaitBeyond(position, token);

        public Task<long> LastPosition(CancellationToken token = default) => journal.LastPosition(token);

        public Task ProveWritable(CancellationToken token = default) => journal.ProveWritable(token);

        public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => journal.ReadSnapshot(site, token);

        public Task SaveSnapshot(SiteKey site, Snapshot snapshot, CancellationToken token = default) => journal.SaveSnapshot(site, snapshot, token);
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
