using System.Collections.Concurrent;
using System.Net;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Keys;

/// <summary>
/// Records when and from where keys and links are used: a few minutes late at most, and in the access log whenever the address
/// changes. It delays no request, and retries what it could not write.
/// </summary>
internal sealed partial class KeyUses(AccessStore store, AccessLog accessLog, TimeProvider clock, ILogger<KeyUses> log) : BackgroundService
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(CallerKind Kind, string Id), Use> _uses = new();
    private readonly ConcurrentDictionary<(CallerKind Kind, string Id), string> _addresses = new();

    public void Note(Caller caller, IPAddress? address) =>
        _uses[(caller.Kind, caller.Id)] = new(caller.Name, clock.GetUtcNow(), Addresses.TextOf(address));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenWrites, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Write(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await Write(CancellationToken.None);
        }
    }

    private async Task Write(CancellationToken token)
    {
        foreach (var (caller, use) in _uses.ToArray())
        {
            try
            {
                await Write(caller.Kind, caller.Id, use, token);
                _uses.TryRemove(new(caller, use));
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnwritten(unavailable);
                return;
            }
        }
    }

    private async Task Write(CallerKind kind, string id, Use use, CancellationToken token)
    {
        if (_addresses.GetValueOrDefault((kind, id)) != use.Address)
        {
            await accessLog.Write(new() { At = use.At, Who = use.Name, Act = Acts.CameFrom, Address = use.Address }, token);
            _addresses[(kind, id)] = use.Address;
        }

        await store.Ask(
            context => kind == CallerKind.Key
                ? context.Keys.Where(key => key.Id == id)
                    .ExecuteUpdateAsync(key => key.SetProperty(each => each.LastUsed, use.At).SetProperty(each => each.LastAddress, use.Address), token)
                : context.Links.Where(link => link.Id == id).ExecuteUpdateAsync(link => link.SetProperty(each => each.LastUsed, use.At), token),
            token);
    }

    private sealed record Use(string Name, DateTimeOffset At, string Address);

    [LoggerMessage(LogLevel.Warning, "When keys were last used could not be written; it is tried again")]
    private partial void LogUnwritten(Exception exception);
}
