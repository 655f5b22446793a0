using System.Text.Json;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Policies;

/// <summary>
/// Stores localities' policies and passes them to this node's boards: all of them before the boards start, and those set later by
/// any node within <see cref="BetweenReads"/>. A policy is added and never changed.
/// </summary>
internal sealed partial class PolicyKeeper(AccessStore store, LocalityPolicies policies, TimeProvider clock, ILogger<PolicyKeeper> log)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>
    /// Long enough for every node to have read the policy despite clock differences, so that all apply it from the same instant.
    /// </summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(10);

    private long _read;

    /// <summary>Sets a locality's policy, from the first full minute that is at least 30 seconds away.</summary>
    /// <param name="policy">A valid policy.</param>
    /// <returns>The instant from which it applies.</returns>
    public async Task<DateTimeOffset> Set(string locality, LocalityPolicy policy, AccessActor by)
    {
        var from = NextMinute(clock.GetUtcNow() + Notice);
        await store.Ask(context =>
        {
            context.Add(new LocalityPolicyRow
            {
                Locality = locality,
                Policy = JsonSerializer.Serialize(policy, DomainJson.Options),
                EffectiveFrom = from,
                Given = clock.GetUtcNow(),
                GivenBy = by.Name,
            });
            context.Add(by.Entry(clock, Acts.PolicySet, locality));
            return context.SaveChangesAsync();
        });
        await Read(CancellationToken.None);
        return from;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Read(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenReads, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (JournalUnavailableException unavailable)
            {
                LogUnread(unavailable);
            }
        }
    }

    private async Task Read(CancellationToken token)
    {
        var after = Interlocked.Read(ref _read);
        var rows = await store.Ask(context => context.Policies.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).ToListAsync(token), token);
        if (rows.Count > 0)
        {
            policies.Set(rows.Select(row => new EffectivePolicy(
                row.Locality, row.EffectiveFrom, JsonSerializer.Deserialize<LocalityPolicy>(row.Policy, DomainJson.Options)!)));
            Interlocked.Exchange(ref _read, rows[^1].Id);
        }
    }

    private static DateTimeOffset NextMinute(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute + TimeSpan.TicksPerMinute, TimeSpan.Zero);

    [LoggerMessage(LogLevel.Warning, "Localities' policies could not be read; those that are known go on, and it is tried again")]
    private partial void LogUnread(Exception exception);
}
