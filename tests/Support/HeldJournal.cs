using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Builder;

namespace CapacityBoard.Support;

/// <summary>A journal that can keep new entries from its node's boards, so that the node lags behind the others.</summary>
public sealed class HeldJournal
{
    private TaskCompletionSource _open = Opened();

    public void Hold() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _open.TrySetResult();

    public void Use(WebApplicationBuilder builder) => builder.Services.Decorate<IJournal>(journal => new Held(journal, this));

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private sealed class Held(IJournal journal, HeldJournal gate) : IJournal
    {
        public async Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default)
        {
            await gate._open.Task.WaitAsync(token);
            return await journal.ReadFrom(afterPosition, most, token);
        }

        public Task<AppendResult> Append(Append append, CancellationToken token = default) => journal.Append(append, token);

        public Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default) =>
            journal.ReadSite(site, afterVersion, token);

        public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
            journal.ReadSpans(spans, token);

        public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default) =>
            journal.ReadComingsAndGoings(reference, token);

        public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) => journal.FindOperation(site, operation, token);

        public Task WaitBeyond(long position, CancellationToken token) => journal.WaitBeyond(position, token);

        public Task<long> LastPosition(CancellationToken token = default) => journal.LastPosition(token);

        public Task ProveWritable(CancellationToken token = default) => journal.ProveWritable(token);

        public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default) => journal.ReadSites(token);

        public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default) =>
            journal.ReadLocality(locality, afterPosition, most, token);

        public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => journal.ReadSnapshot(site, token);

        public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default) =>
            journal.ReadSnapshots(locality, at, position, token);

        public Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default) => journal.SaveSnapshots(snapshots, token);
    }
}
