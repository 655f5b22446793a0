using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Runtime;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Fills an empty board with the Stockport demonstration, then keeps it moving. A board that holds anything
/// else is left alone. Of several nodes one does it; another takes over where that one ends.
/// </summary>
internal sealed partial class DemonstrationService(
    Boards boards,
    IJournal journal,
    INodeLocks locks,
    IGrainFactory grains,
    GrainHosting hosting,
    DemonstrationPeople people,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<DemonstrationService> log) : BackgroundService
{
    /// <summary>Who registers what is invented; the board knows by it that it shows a demonstration. Nobody else has that name.</summary>
    public const string Registrar = "Demonstration";

    private const string OneNode = "demonstration";
    private const int SitesAtOnce = 8;
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromSeconds(1.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        while (!await IsOver(stoppingToken))
        {
            await Task.Delay(BetweenEvents, clock, stoppingToken);
        }
    }

    /// <summary>True where the board is not for the demonstration; false where it is to be gone on with, here or on another node.</summary>
    private async Task<bool> IsOver(CancellationToken token)
    {
        try
        {
            await using var turn = await locks.Take(OneNode, token);
            await boards.Folded(await journal.LastPosition(token), token);
            var sites = new StockportPlan(clock.GetUtcNow()).Sites();
            if (boards.Position == 0 || (boards.ShowsDemonstration && boards.Find(sites[^1].Key.Locality)?.Find(sites[^1].Key) is null))
            {
                await Fill(sites, token);
            }

            if (!boards.ShowsDemonstration)
            {
                return true;
            }

            await people.Come(sites);

            await KeepMoving(turn, token);
        }
        catch (Exception failure) when (failure is JournalUnavailableException or GrainsUnavailableException)
        {
            LogFailed(failure);
        }

        return false;
    }

    /// <summary>
    /// The last site comes when all others are done: where it is missing, the filling was cut off. It is then gone through
    /// again, and what had been done is not done twice.
    /// </summary>
    private async Task Fill(IReadOnlyList<PlannedSite> sites, CancellationToken token)
    {
        var begun = clock.GetTimestamp();
        var inParallel = new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = token };
        await Parallel.ForEachAsync(sites.SkipLast(1), inParallel, async (site, _) => await Tell(site));
        await Tell(sites[^1]);
        await boards.Folded(await journal.LastPosition(token), token);
        LogFilled(sites.Count, clock.GetElapsedTime(begun).TotalSeconds);
    }

    private async Task Tell(PlannedSite site)
    {
        await Send(site.Kind, site.Key, new RegisterSite(site.Details), Registrar, "filled");
        foreach (var (number, command) in site.First.Index())
        {
            await Send(site.Kind, site.Key, command, site.Details.Name, $"filled-{number}");
        }
    }

    private async Task KeepMoving(INodeLock turn, CancellationToken token)
    {
        var random = new Random();
        var day = new SimulatedDay(random, clock);
        using var timer = new PeriodicTimer(BetweenEvents, clock);
        while (await timer.WaitForNextTickAsync(token) && await turn.IsHeld(token))
        {
            var sites = boards.All.Where(board => board.ShowsDemonstration).SelectMany(board => board.Sites()).Where(site => site.Closed is null).ToList();
            var site = sites.Count == 0 ? null : sites[random.Next(sites.Count)];
            if (site is not null && day.Next(site) is { } next)
            {
                await Try(site, next.Command, next.By);
            }
        }
    }

    private async Task Try(Site site, SiteCommand command, string by)
    {
        try
        {
            await Send(site.Kind, site.Key, command, by, Guid.CreateVersion7().ToString("n"));
        }
        catch (Exception failure) when (failure is JournalUnavailableException or GrainsUnavailableException)
        {
            LogFailed(failure);
        }
    }

    /// <summary>A refusal is part of a day's life.</summary>
    private Task<Outcome> Send(SiteKind kind, SiteKey site, SiteCommand command, string by, string operation)
    {
        hosting.RequireReady();
        return grains.GetSite(kind, site).Execute(new(command, operation, by));
    }

    private async Task Started(CancellationToken token)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(token);
    }

    [LoggerMessage(LogLevel.Information, "Demonstration: {Sites} sites of an invented Stockport in {Seconds:0.0} s")]
    private partial void LogFilled(int sites, double seconds);

    [LoggerMessage(LogLevel.Warning, "The demonstration could not go on; it is tried again")]
    private partial void LogFailed(Exception exception);
}
