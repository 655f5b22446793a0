using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Projections;

/// <summary>Reads the journal on this node, every entry once and in order, and feeds it to the projections.</summary>
/// <param name="projections">In the order in which each entry is given to them.</param>
internal sealed partial class JournalFold(
    IJournal journal, FoldProgress progress, IEnumerable<IProjection> projections, BoardMetrics metrics, TimeProvider clock, ILogger<JournalFold> log)
    : BackgroundService
{
    private const int EntriesAtOnce = 2000;

    private readonly IProjection[] _projections = [.. projections];
    private readonly SiteStates _sites = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var target = await journal.LastPosition(stoppingToken);
        var begun = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FoldNext(stoppingToken);
                if (progress.Position >= target && !progress.CaughtUp.IsCompleted)
                {
                    LogCaughtUp(progress.Position, clock.GetElapsedTime(begun).TotalSeconds);
                    CatchUp();
                }

                await journal.WaitBeyond(progress.Position, stoppingToken);
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnavailable(unavailable);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
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
            if (progress.CaughtUp.IsCompleted)
            {
                metrics.Folded(clock.GetUtcNow() - entries[^1].At);
            }
        }
    }

    /// <exception cref="JournalDamagedException">Entries are missing before it.</exception>
    private void Check(JournalEntry entry, long expected)
    {
        if (entry.Position != expected)
        {
            throw new JournalDamagedException(
                $"The journal is damaged: entry {expected} is missing: entry {entry.Position} follows. Restore the last backup with ./run restore. To check the whole journal, use ./run check-journal.");
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

    [LoggerMessage(LogLevel.Information, "Folded {Position} journal entries in {Seconds:0.0} s")]
    private partial void LogCaughtUp(long position, double seconds);

    [LoggerMessage(LogLevel.Error, "Entry {Position} of the journal, '{Type}' of {Site}, cannot be read, so {Site} is not shown. {Why}")]
    private partial void LogUnreadable(long position, SiteKey site, string type, string why);

    [LoggerMessage(LogLevel.Error, "The journal cannot be read; the boards stand still and try again")]
    private partial void LogUnavailable(Exception exception);
}
