using Microsoft.AspNetCore.DataProtection;

namespace CapacityBoard.Nodes;

/// <summary>
/// Reads the keys before anything is served, one node after another: two that started at once on a new database would
/// each make a key, and neither would know the other's until it reads them again, a day later.
/// </summary>
internal sealed class SharedKeys(INodeLocks locks, IDataProtectionProvider protection) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var turn = await locks.Take("keys", cancellationToken);
        protection.CreateProtector("start").Protect([]);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
