using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Fills an empty board with the Stockport demonstration, then keeps it moving. A board that holds anything
/// else is left alone. Of several nodes one does it; another takes over where that one ends.
/// </summary>
internal sealed partial class DemonstrationService(
    Boards boards,
    IJournal journal,
    INodeLocks locks,
    IServer server,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<DemonstrationService> log) : BackgroundService
{
    private const string OneNode = "demonstration";
    private const int SitesAtOnce = 8;
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromSeconds(1.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        using var http = new HttpClient { BaseAddress = Address() };
        var client = new DemonstrationClient(http);
        while (!await IsOver(client, stoppingToken))
        {
            await Task.Delay(BetweenEvents, clock, stoppingToken);
        }
    }

    /// <summary>True where the board is not for the demonstration; false where it is to be gone on with, here or on another node.</summary>
    private async Task<bool> IsOver(DemonstrationClient client, CancellationToken token)
    {
        try
        {
            await using var turn = await locks.Take(OneNode, token);
            await boards.Folded(await journal.LastPosition(token), token);
            var sites = new StockportPlan(clock.GetUtcNow()).Sites();
            if (boards.Position == 0 || (boards.ShowsDemonstration && boards.Find(sites[^1].Key.Locality)?.Find(sites[^1].Key) is null))
            {
                await Fill(client, sites, token);
            }

            if (!boards.ShowsDemonstration)
            {
                return true;
            }

            await KeepMoving(client, turn, token);
        }
        catch (Exception failure) when (failure is HttpRequestException or JournalUnavailableException)
        {
            LogFailed(failure);
        }

        return false;
    }

    /// <summary>
    /// The last site comes when all others are done: where it is missing, the filling was cut off. It is then gone through
    /// again, and what had been done is not done twice.
    /// </summary>
    private async Task Fill(DemonstrationClient client, IReadOnlyList<PlannedSite> sites, CancellationToken token)
    {
        var begun = clock.GetTimestamp();
        var inParallel = new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = token };
        await Parallel.ForEachAsync(sites.SkipLast(1), inParallel, async (site, each) => await Tell(client, site, each));
        await Tell(client, sites[^1], token);
        await boards.Folded(await journal.LastPosition(token), token);
        LogFilled(sites.Count, clock.GetElapsedTime(begun).TotalSeconds);
    }

    private static async Task Tell(DemonstrationClient client, PlannedSite site, CancellationToken token)
    {
        await client.Send(site.Kind, site.Key, new RegisterSite(site.Details), DemonstrationClient.Registrar, token, "filled");
        foreach (var (number, command) in site.First.Index())
        {
            await client.Send(site.Kind, site.Key, command, site.Details.Name, token, $"filled-{number}");
        }
    }

    private async Task KeepMoving(DemonstrationClient client, INodeLock turn, CancellationToken token)
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
                await Try(client, site, next.Command, next.By, token);
            }
        }
    }

    private async Task Try(DemonstrationClient client, Site site, SiteCommand command, string by, CancellationToken token)
    {
        try
        {
            await client.Send(site.Kind, site.Key, command, by, token);
        }
        catch (HttpRequestException exception)
        {
            LogFailed(exception);
        }
    }

    private async Task Started(CancellationToken token)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(token);
    }

    private Uri Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal));
    }

    [LoggerMessage(LogLevel.Information, "Demonstration: {Sites} sites of an invented Stockport in {Seconds:0.0} s")]
    private partial void LogFilled(int sites, double seconds);

    [LoggerMessage(LogLevel.Warning, "The demonstration could not go on; it is tried again")]
    private partial void LogFailed(Exception exception);
}
