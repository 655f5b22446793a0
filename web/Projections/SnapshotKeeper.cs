using System.Threading.Channels;
using CapacityBoard.Journal;

namespace CapacityBoard.Projections;

/// <summary>
/// Keeps each site's state at intervals of its entries, beside the journal: starts and looks into the past begin from there. Every node
/// keeps the same ones, and the first to do so is enough.
/// </summary>
internal sealed class SnapshotKeeper(IJournal journal) : BackgroundService
{
    private const int MostWaiting = 512;
    private const int AtOnce = 64;

    private readonly Channel<PastSite> _due = Channel.CreateBounded<PastSite>(MostWaiting);

    /// <summary>Keeps a state if its turn has come, and waits while many others are to be kept.</summary>
    public ValueTask KeepWhereDue(PastSite state, CancellationToken token) => IsDue(state) ? _due.Writer.WriteAsync(state, token) : ValueTask.CompletedTask;

    /// <summary>The same without waiting: where too many are to be kept, one is left out, and more entries are read later.</summary>
    public void TryKeepWhereDue(PastSite state)
    {
        if (IsDue(state))
        {
            _due.Writer.TryWrite(state);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _due.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = new List<Snapshot>();
            while (batch.Count < AtOnce && _due.Reader.TryRead(out var state))
            {
                batch.Add(Snapshot.Of(state.Site, state.Position));
            }

            await Save(batch, stoppingToken);
        }
    }

    private async Task Save(List<Snapshot> batch, CancellationToken token)
    {
        try
        {
            await journal.SaveSnapshots(batch, token);
        }
        catch (JournalUnavailableException)
        {
            // The entries are recorded, and a site's next snapshot is due as usual.
        }
    }

    /// <summary>A site some of whose events cannot be read here has no state to keep: a newer version may read them.</summary>
    private static bool IsDue(PastSite state) => state.Site.Version % Snapshot.EntriesBetween == 0 && state.Site.Unreadable is null;
}
