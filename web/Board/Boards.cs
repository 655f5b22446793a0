using System.Collections.Concurrent;
using CapacityBoard.History;
using CapacityBoard.Journal;
using CapacityBoard.People;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// All boards of this node: tails the journal, folds each entry into its locality's board and pushes what
/// changed to the screens that watch it. Holds nothing that another node, or this one started anew, could not
/// make again from the journal.
/// </summary>
public sealed partial class Boards(
    IJournal journal,
    LocalityPolicies policies,
    BoardHistory history,
    FactBook facts,
    IHubContext<BoardHub> hub,
    BoardMetrics metrics,
    TracedOperations traces,
    TimeProvider clock,
    ILogger<Boards> log)
    : BackgroundService
{
    private const int EntriesAtOnce = 2000;

    /// <summary>A node that keeps up is milliseconds behind the others; nobody is kept waiting for long by one that does not.</summary>
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Publisher> _localities = new(StringComparer.Ordinal);
    private readonly CommitSignal _folded = new();
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _behindSince;

    /// <summary>Completes once everything that the journal held at the start has been folded.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>The position of the last entry folded.</summary>
    public long Position => _folded.Position;

    /// <summary>
    /// The last instant at which the boards were known to have everything, where they lag behind the journal or it cannot be read;
    /// null while they have what was recorded <see cref="LagWatch.Longest"/> ago.
    /// </summary>
    public DateTimeOffset? BehindSince
    {
        get => Interlocked.Read(ref _behindSince) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;
        internal set => Interlocked.Exchange(ref _behindSince, value?.UtcTicks ?? 0);
    }

    /// <summary>Pushes that some screen has not taken in yet.</summary>
    public int Unsent => _localities.Values.Sum(publisher => publisher.Unsent);

    /// <summary>The localities that have sites, by name.</summary>
    public IReadOnlyList<LocalityBoard> All =>
        [.. _localities.Values.Select(publisher => publisher.Board).OrderBy(board => board.Locality, StringComparer.Ordinal)];

    /// <summary>True where any board shows a demonstration; the pages say so.</summary>
    public bool ShowsDemonstration => _localities.Values.Any(publisher => publisher.Board.ShowsDemonstration);

    /// <summary>A locality's board; null where it has no sites.</summary>
    public LocalityBoard? Find(string locality) => _localities.TryGetValue(locality, out var publisher) ? publisher.Board : null;

    /// <summary>
    /// A stay by its reference, found from a ward or unit that it is or was at: there, or else on another ward of that
    /// hospital; somebody who is still in before one who has left. Null where none is known.
    /// </summary>
    public KnownStay? FindStay(SiteKey from, string reference)
    {
        var sites = (Find(from.Locality)?.Sites() ?? [])
            .Where(site => HeldStays.IsWithin(from, site.Key))
            .OrderBy(site => site.Key != from)
            .ToList();
        return sites.Select(site => KnownStay.In(site, reference)).OfType<KnownStay>().FirstOrDefault()
            ?? sites.Select(site => KnownStay.Gone(site, reference)).OfType<KnownStay>().MaxBy(known => known.Left!.Discharged.At);
    }

    /// <summary>A locality's whole board as of now; null where the locality has no sites.</summary>
    public BoardUpdate? Read(string locality) =>
        Find(locality)?.AsOf(clock.GetUtcNow()) is { } board ? board with { BehindSince = BehindSince } : null;

    /// <summary>
    /// Waits until the boards have all that was recorded before the call, on whichever node: nobody is shown a board as
    /// it was before their own change. Where the journal is away the boards are shown as they are, after a second.
    /// </summary>
    public async Task UpToDate(CancellationToken token)
    {
        await CaughtUp.WaitAsync(token);
        await WithinLag(async patience => await Folded(await journal.LastPosition(patience).WaitAsync(patience), patience), token);
    }

    /// <summary>Completes once the boards have all entries up to a position.</summary>
    public Task Folded(long position, CancellationToken token) => _folded.WaitBeyond(position - 1, token);

    /// <summary>
    /// True once a locality's board can answer a screen that shows a version, which may come from a node that is a little
    /// ahead of this one; false where that takes longer than a second. True also for a version that the journal does not
    /// have: it was restored from a backup, and the screen is to show what it holds now.
    /// </summary>
    public Task<bool> CanFollow(string locality, long version, CancellationToken token) => WithinLag(
        async patience =>
        {
            if (Position < version && await journal.LastPosition(patience).WaitAsync(patience) >= version)
            {
                await Folded(version, patience);
            }

            await (Find(locality)?.Published(version, patience) ?? Task.CompletedTask);
        },
        token);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var target = await journal.LastPosition(stoppingToken);
        var begun = clock.GetTimestamp();
        policies.Told += LookAgain;
        stoppingToken.Register(() => policies.Told -= LookAgain);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FoldNext(stoppingToken);
                if (Position >= target && !_caughtUp.Task.IsCompleted)
                {
                    LogCaughtUp(Position, clock.GetElapsedTime(begun).TotalSeconds);
                    CatchUp();
                }

                await journal.WaitBeyond(Position, stoppingToken);
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnavailable(unavailable);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    /// <summary>A policy may apply from now on, or before the instant for which a publisher waits.</summary>
    private void LookAgain()
    {
        foreach (var publisher in _localities.Values)
        {
            publisher.LookAgain();
        }
    }

    private async Task FoldNext(CancellationToken token)
    {
        while (await journal.ReadFrom(Position, EntriesAtOnce, token) is { Count: > 0 } entries)
        {
            for (var each = 0; each < entries.Count; each++)
            {
                Check(entries[each], Position + 1 + each);
                Fold(entries[each], token);
            }

            _folded.Advance(entries[^1].Position);
            if (CaughtUp.IsCompleted)
            {
                metrics.Folded(clock.GetUtcNow() - entries[^1].At);
            }
        }
    }

    /// <summary>A locality is there to be found only once it has a board to show: nobody is ever shown an empty one.</summary>
    private void Fold(JournalEntry entry, CancellationToken token)
    {
        if (_localities.TryGetValue(entry.Site.Locality, out var known))
        {
            Fold(entry, known);
            return;
        }

        var publisher = new Publisher(new(entry.Site.Locality, policies), hub, metrics, clock, log);
        Fold(entry, publisher);
        foreach (var site in All.SelectMany(board => board.Sites()))
        {
            publisher.FoldElsewhere(site, entry.Position);
        }

        publisher.Board.Publish(clock.GetUtcNow());
        _localities[entry.Site.Locality] = publisher;
        _ = publisher.Run(CaughtUp, token);
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

    private void Fold(JournalEntry entry, Publisher publisher)
    {
        if (traces.TryTake(entry.Operation, out var command))
        {
            publisher.Trace(entry.Position, command);
        }

        var before = publisher.Board.Find(entry.Site);
        TellTheOtherSide(entry, before);
        publisher.Fold(entry);
        if (publisher.Board.Find(entry.Site) is { } site)
        {
            history.Take(site, entry.Position);
            facts.Fold(entry, site);
            TellHomes(entry, before, site);
        }
    }

    /// <summary>
    /// What a site does with a hold concerns the ward of the person that it is for, on whichever board that is. It is told before the
    /// entry is folded: no screen then shows the entry's version without the ward's row.
    /// </summary>
    private void TellTheOtherSide(JournalEntry entry, Site? before)
    {
        if (HeldStays.HoldChangedBy(entry.Event) is not { } id || !CaughtUp.IsCompleted || before?.Apply(entry).Capacity.Hold(id) is not { From: { } from, Stay: { } stay }
            || !_localities.TryGetValue(from.Locality, out var publisher))
        {
            return;
        }

        foreach (var site in publisher.Board.Sites().Where(site => site.Key == from || (site.Stays.Find(stay) is not null && HeldStays.IsWithin(from, site.Key))))
        {
            publisher.Touch(site.Key, entry.Position);
        }
    }

    /// <summary>A locality's board counts its own people wherever they are: so it is told of what changes for them elsewhere.</summary>
    private void TellHomes(JournalEntry entry, Site? before, Site after)
    {
        if (StayEvents.StayOf(entry.Event) is not { } reference)
        {
            return;
        }

        var homes = new[] { before, after }.Select(site => site?.Stays.Find(reference)?.HomeLocality).OfType<string>().Distinct();
        foreach (var home in homes.Where(home => home != entry.Site.Locality))
        {
            _localities.GetValueOrDefault(home)?.FoldElsewhere(after, entry.Position);
        }
    }

    /// <summary>Whoever waits for it finds every board published as far as the journal went.</summary>
    private void CatchUp()
    {
        foreach (var board in All)
        {
            board.Publish(clock.GetUtcNow());
        }

        _caughtUp.TrySetResult();
    }

    /// <summary>False where the journal could not be read, or the wait took longer than a node may lag.</summary>
    private async Task<bool> WithinLag(Func<CancellationToken, Task> wait, CancellationToken token)
    {
        using var lag = new CancellationTokenSource(LongestLag, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token, lag.Token);
        try
        {
            await wait(patience.Token);
            return true;
        }
        catch (Exception over) when (over is JournalUnavailableException || (over is OperationCanceledException && !token.IsCancellationRequested))
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Boards folded {Position} journal entries in {Seconds:0.0} s")]
    private partial void LogCaughtUp(long position, double seconds);

    [LoggerMessage(LogLevel.Error, "Entry {Position} of the journal, '{Type}' of {Site}, cannot be read, so {Site} is not shown. {Why}")]
    private partial void LogUnreadable(long position, SiteKey site, string type, string why);

    [LoggerMessage(LogLevel.Error, "The journal cannot be read; the boards stand still and try again")]
    private partial void LogUnavailable(Exception exception);
}
