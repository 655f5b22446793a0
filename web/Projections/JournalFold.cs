using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Projections;

/// <summary>
/// Feeds the projections with what is in the journal: at the start with every site as it is, from then on with every entry, once and in
/// order.
/// </summary>
/// <param name="projections">In the order in which each entry is given to them.</param>
internal sealed partial class JournalFold(
    IJournal journal,
    FoldProgress progress,
    IEnumerable<IProjection> projections,
    SnapshotKeeper snapshots,
    BoardMetrics metrics,
    TimeProvider clock,
    ILogger<JournalFold> log)
    : BackgroundService
{
    private const int EntriesAtOnce = 2000;

    private readonly IProjection[] _projections = [.. projections];
    private readonly SiteReplay _replay = new(journal);
    private readonly SiteStates _sites = new();

    /// <param name="what">What is wrong, as the part of a sentence.</param>
    public static JournalDamagedException Damaged(string what) =>
        new($"The journal is damaged: {what}. Restore the last backup with ./run restore. To check the whole journal, use ./run check-journal.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await UntilRead(Start, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await UntilRead(FoldNext, stoppingToken);
        }
    }

    /// <summary>Tries again for as long as the journal cannot be read.</summary>
    private async Task UntilRead(Func<CancellationToken, Task> read, CancellationToken token)
    {
        while (true)
        {
            try
            {
                await read(token);
                return;
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnavailable(unavailable);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, token);
            }
        }
    }

    /// <summary>Begins with every site as it is now, locality by locality.</summary>
    private async Task Start(CancellationToken token)
    {
        var (begun, last, gate) = (clock.GetTimestamp(), await journal.LastPosition(token), new Lock());
        var sites = await journal.ReadSites(token);
        var (known, entries) = (sites.ToDictionary(site => site.Site, site => site.Began), 0L);
        await Parallel.ForEachAsync(sites.Select(site => site.Site.Locality).Distinct(), token, async (locality, stop) =>
        {
            var replayed = await _replay.At(locality, PastPoint.AtVersion(last), state => snapshots.KeepWhereDue(state, stop), stop);
            lock (gate)
            {
                entries += replayed.Entries;
                foreach (var site in replayed.Sites)
                {
                    Begin(site, known[site.Site.Key]);
                }
            }
        });
        if (entries != last)
        {
            throw Damaged($"it should have {last} entries and has {entries}");
        }

        LogStarted(sites.Count, last, clock.GetElapsedTime(begun).TotalSeconds);
        progress.Advance(last);
        CatchUp();
    }

    private void Begin(PastSite site, DateTimeOffset began)
    {
        if (site.Site.Unreadable is { } unreadable)
        {
            LogUnreadable(unreadable.Position, site.Site.Key, unreadable.Type, "Run the version that wrote it, or a newer one.");
        }

        _sites.Begin(site.Site);
        foreach (var projection in _projections)
        {
            projection.Begin(site, began);
        }
    }

    private async Task FoldNext(CancellationToken token)
    {
        while (await journal.ReadFrom(progress.Position, EntriesAtOnce, token) is { Count: > 0 } entries)
        {
            for (var each = 0; each < entries.Count; each++)
            {
                Check(entries[each], progress.Position + 1 + each);
                Fold(entries[each]);
            }

            progress.Advance(entries[^1].Position);
            metrics.Folded(clock.GetUtcNow() - entries[^1].At);
        }

        await journal.WaitBeyond(progress.Position, token);
    }

    /// <exception cref="JournalDamagedException">Entries are missing before it.</exception>
    private void Check(JournalEntry entry, long expected)
    {
        if (entry.Position != expected)
        {
            throw Damaged($"entry {expected} is missing: entry {entry.Position} follows");
        }

        if (entry.Event is UnreadableEvent unreadable)
        {
            LogUnreadable(entry.Position, entry.Site, unreadable.Type, unreadable.Why);
        }
    }

    private void Fold(JournalEntry entry)
    {
        var folded = _sites.Fold(entry);
        foreach (var projection in _projections)
        {
            projection.Fold(folded);
        }

        if (folded.After is { } after)
        {
            snapshots.TryKeepWhereDue(new(after, entry.Position));
        }
    }

    /// <summary>The projections first: whoever waits for it finds them complete.</summary>
    private void CatchUp()
    {
        foreach (var projection in _projections)
        {
            projection.CatchUp();
        }

        progress.CatchUp();
    }

    [LoggerMessage(LogLevel.Information, "Read {Sites} sites as they are after {Position} journal entries in {Seconds:0.0} s")]
    private partial void LogStarted(int sites, long position, double seconds);

    [LoggerMessage(LogLevel.Error, "Entry {Position} of the journal, '{Type}' of {Site}, cannot be read, so {Site} is not shown. {Why}")]
    private partial void LogUnreadable(long position, SiteKey site, string type, string why);

    [LoggerMessage(LogLevel.Error, "The journal cannot be read; the boards stand still and try again")]
    private partial void LogUnavailable(Exception exception);
}
