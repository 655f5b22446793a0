using System.Runtime.CompilerServices;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Projections;

/// <summary>
/// Sites as they were at a point of the journal. Each is made from its last snapshot before the point and the entries that follow,
/// so that what this costs does not grow with history.
/// </summary>
public sealed class SiteReplay(IJournal journal)
{
    /// <summary>How many sites are read together; with <see cref="EntriesAtOnce"/> it bounds the memory of a journal without snapshots.</summary>
    private const int SitesAtOnce = 64;

    private const int EntriesAtOnce = 4 * Snapshot.EntriesBetween;
    private const int LocalityEntriesAtOnce = 2000;

    /// <summary>A locality's sites at a point, in the order of their keys.</summary>
    /// <exception cref="JournalDamagedException">Entries are missing.</exception>
    public Task<ReplayedSites> At(string locality, PastPoint point, CancellationToken token) =>
        At(locality, point, _ => ValueTask.CompletedTask, token);

    /// <param name="seen">Is given each site after every entry that is read.</param>
    /// <inheritdoc cref="At(string, PastPoint, CancellationToken)"/>
    public async Task<ReplayedSites> At(string locality, PastPoint point, Func<PastSite, ValueTask> seen, CancellationToken token)
    {
        var (sites, entries) = (new List<PastSite>(), 0L);
        foreach (var begun in (await journal.ReadSnapshots(locality, point.At, point.Position, token)).Chunk(SitesAtOnce))
        {
            var replayed = begun.Select(each => new ReplayedSite(each)).ToList();
            await Replay(replayed, point, seen, token);
            sites.AddRange(replayed.Where(each => each.State is not null).Select(each => new PastSite(each.State!, each.Position)));
            entries += replayed.Sum(each => each.Version);
        }

        return new(sites, entries);
    }

    /// <summary>A locality's entries after a position, in order, each with its site before and after it.</summary>
    /// <inheritdoc cref="At(string, PastPoint, CancellationToken)"/>
    public async IAsyncEnumerable<FoldedEntry> After(string locality, long position, [EnumeratorCancellation] CancellationToken token)
    {
        var sites = new SiteStates();
        foreach (var site in (await At(locality, PastPoint.AtVersion(position), token)).Sites)
        {
            sites.Begin(site.Site);
        }

        while (await journal.ReadLocality(locality, position, LocalityEntriesAtOnce, token) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                yield return sites.Fold(entry);
            }

            position = entries[^1].Position;
        }
    }

    private async Task Replay(List<ReplayedSite> sites, PastPoint point, Func<PastSite, ValueTask> seen, CancellationToken token)
    {
        var unfinished = sites.Where(site => !site.IsComplete).ToList();
        while (unfinished.Count > 0)
        {
            var spans = unfinished.ConvertAll(site => site.Next(EntriesAtOnce));
            var bySite = (await journal.ReadSpans(spans, token)).ToLookup(entry => entry.Site);
            foreach (var (site, span) in unfinished.Zip(spans))
            {
                foreach (var entry in bySite[site.Key].TakeWhile(point.Has))
                {
                    site.Take(entry);
                    await (site.State is { } state ? seen(new(state, entry.Position)) : ValueTask.CompletedTask);
                }

                site.IsComplete |= site.Version < span.LastVersion;
            }

            unfinished.RemoveAll(site => site.IsComplete);
        }
    }

    /// <summary>A site on its way from a snapshot to a point.</summary>
    private sealed class ReplayedSite
    {
        private readonly long _last;

        public ReplayedSite(SnapshotBefore begun)
        {
            (Key, State) = (begun.Site, begun.Snapshot?.Read());
            (Version, Position) = State is null ? (0, 0) : (begun.Snapshot!.Version, begun.Snapshot.Position);
            _last = begun.Next - 1 ?? long.MaxValue;
            IsComplete = Version >= _last;
        }

        public SiteKey Key { get; }

        /// <summary>Null until an entry has registered it.</summary>
        public Site? State { get; private set; }

        /// <summary>How many of its entries have been taken or were before the snapshot.</summary>
        public long Version { get; private set; }

        public long Position { get; private set; }

        /// <summary>No further entry is before the point.</summary>
        public bool IsComplete { get; set; }

        public SiteSpan Next(int most) => new(Key, Version, _last - Version > most ? Version + most : _last);

        public void Take(JournalEntry entry)
        {
            if (entry.Version != Version + 1)
            {
                throw JournalFold.Damaged($"entry {Version + 1} of {Key} is missing: entry {entry.Version} follows, at position {entry.Position}");
            }

            (State, Version, Position) = (SiteStates.After(State, entry), entry.Version, entry.Position);
            IsComplete = Version >= _last;
        }
    }
}

/// <param name="Sites">Those that were registered by then.</param>
/// <param name="Entries">How many entries the locality has up to the point.</param>
public sealed record ReplayedSites(IReadOnlyList<PastSite> Sites, long Entries);
