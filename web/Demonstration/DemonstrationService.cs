using CapacityBoard.Access.Store;
using CapacityBoard.Board;
using CapacityBoard.Cluster;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Fills a demonstration's board with Stockport, then keeps it changing. It leaves a real board alone. With several nodes, one
/// does it and another takes over when that one stops.
/// </summary>
internal sealed partial class DemonstrationService(
    BoardKind kind,
    Boards boards, FoldProgress progress,
    IJournal journal,
    INodeLocks locks,
    ISiteClient sites,
    HoldFollowUp followUp,
    GrainHosting hosting,
    DemonstrationPeople people,
    IHostApplicationLifetime lifetime,
    IOptions<DemonstrationOptions> options,
    TimeProvider clock,
    ILogger<DemonstrationService> log) : BackgroundService
{
    private const string OneNode = "demonstration";
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromSeconds(1.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        while (kind.IsDemonstration)
        {
            await GoOn(stoppingToken);
            await Task.Delay(BetweenEvents, clock, stoppingToken);
        }
    }

    /// <summary>Runs until it has to be resumed, on this node or another.</summary>
    private async Task GoOn(CancellationToken token)
    {
        try
        {
            await using var turn = await locks.Take(OneNode, token);
            await progress.Folded(await journal.LastPosition(token), token);
            if (!await HasWholePast(token) && !await TellPast(token))
            {
                LogNotFilled();
                return;
            }

            await people.Come(new StockportPlan().Sites());
            await KeepMoving(turn, token);
        }
        catch (Exception failure) when (failure is JournalUnavailableException or GrainsUnavailableException)
        {
            LogFailed(failure);
        }
    }

    private async Task<bool> HasWholePast(CancellationToken token) =>
        await journal.FindOperation(InventedPast.LastSite, InventedPast.LastOperation, token) is not null;

    /// <summary>
    /// After an interruption the past is invented again between the same instants, which gives the same events, so nothing
    /// already in the journal is recorded twice. False if something else was recorded meanwhile, as by a node that is ending and still
    /// writes: a day that went on from half a past could not be put right.
    /// </summary>
    private async Task<bool> TellPast(CancellationToken token)
    {
        var started = clock.GetTimestamp();
        var first = await journal.ReadFrom(0, 1, token);
        var begin = first is [var entry] ? entry.At : DateTimeOffset.FromUnixTimeMilliseconds((clock.GetUtcNow() - options.Value.Past).ToUnixTimeMilliseconds());
        if (!await new PastImport(journal).Run(new InventedPast(begin, begin + options.Value.Past), token))
        {
            return false;
        }

        await progress.Folded(await journal.LastPosition(token), token);
        LogFilled(progress.Position, clock.GetElapsedTime(started).TotalSeconds);
        return true;
    }

    private async Task KeepMoving(INodeLock turn, CancellationToken token)
    {
        var random = new Random();
        var day = new SimulatedDay(random, clock);
        using var timer = new PeriodicTimer(BetweenEvents, clock);
        while (await timer.WaitForNextTickAsync(token) && await turn.IsHeld(token))
        {
            var sites = boards.All.SelectMany(board => board.Sites()).Where(site => site.Closed is null).ToList();
            var site = sites.Count == 0 ? null : sites[random.Next(sites.Count)];
            if (site is not null && day.Next(site, sites) is { } next)
            {
                await Try(site, next.Command, next.By);
            }
        }
    }

    /// <summary>
    /// Refusals are part of ordinary life and are ignored. A person admitted to a place leaves their ward, just as when people
    /// record it.
    /// </summary>
    private async Task Try(Site site, SiteCommand command, string by)
    {
        try
        {
            hosting.RequireReady();
            var outcome = await sites.Execute(site.Kind, site.Key, new(command, Guid.CreateVersion7().ToString("n"), by));
            await (outcome.IsAccepted ? followUp.Run(site.Key, command, by) : Task.CompletedTask);
        }
        catch (Exception failure) when (failure is JournalUnavailableException or GrainsUnavailableException)
        {
            LogFailed(failure);
        }
    }

    private async Task Started(CancellationToken token)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(token);
    }

    [LoggerMessage(LogLevel.Information, "Demonstration: {Entries} entries of an invented Stockport in {Seconds:0.0} s")]
    private partial void LogFilled(long entries, double seconds);

    [LoggerMessage(LogLevel.Warning, "The demonstration's past could not be recorded whole; it is tried again")]
    private partial void LogNotFilled();

    [LoggerMessage(LogLevel.Warning, "The demonstration could not go on; it is tried again")]
    private partial void LogFailed(Exception exception);
}
