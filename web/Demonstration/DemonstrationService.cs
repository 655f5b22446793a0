using CapacityBoard.Board;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Fills an empty board with the Stockport demonstration, then keeps it moving. A board that holds anything
/// else is left alone.
/// </summary>
internal sealed partial class DemonstrationService(
    Boards boards, IServer server, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DemonstrationService> log) : BackgroundService
{
    private const int SitesAtOnce = 8;
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromSeconds(1.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await boards.CaughtUp.WaitAsync(stoppingToken);
        await Started(stoppingToken);
        using var http = new HttpClient { BaseAddress = Address() };
        var client = new DemonstrationClient(http);
        if (boards.Position == 0)
        {
            await Fill(client, stoppingToken);
        }

        if (boards.ShowsDemonstration)
        {
            await KeepMoving(client, stoppingToken);
        }
    }

    private async Task Fill(DemonstrationClient client, CancellationToken token)
    {
        var begun = clock.GetTimestamp();
        var sites = new StockportPlan(clock.GetUtcNow()).Sites();
        await Parallel.ForEachAsync(sites, new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = token }, async (site, each) =>
        {
            await client.Send(site.Kind, site.Key, new RegisterSite(site.Details), DemonstrationClient.Registrar, each);
            foreach (var command in site.First)
            {
                await client.Send(site.Kind, site.Key, command, site.Details.Name, each);
            }
        });
        LogFilled(sites.Count, clock.GetElapsedTime(begun).TotalSeconds);
    }

    private async Task KeepMoving(DemonstrationClient client, CancellationToken token)
    {
        var random = new Random();
        var day = new SimulatedDay(random, clock);
        using var timer = new PeriodicTimer(BetweenEvents, clock);
        while (await timer.WaitForNextTickAsync(token))
        {
            var sites = boards.All.Where(board => board.ShowsDemonstration).SelectMany(board => board.Sites()).ToList();
            var site = sites[random.Next(sites.Count)];
            if (day.Next(site) is { } next)
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

    [LoggerMessage(LogLevel.Warning, "A command of the demonstration could not be sent; the next one is tried")]
    private partial void LogFailed(Exception exception);
}
