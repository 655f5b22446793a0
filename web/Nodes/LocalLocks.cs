using System.Collections.Concurrent;

namespace CapacityBoard.Nodes;

/// <summary>Locks for a single node.</summary>
internal sealed class LocalLocks : INodeLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    public async Task<INodeLock> Take(string name, CancellationToken token)
    {
        var one = Of(name);
        await one.WaitAsync(token);
        return new Held(one);
    }

    public async Task<INodeLock?> TryTake(string name, CancellationToken token)
    {
        var one = Of(name);
        return await one.WaitAsync(TimeSpan.Zero, token) ? new Held(one) : null;
    }

    private SemaphoreSlim Of(string name) => _locks.GetOrAdd(name, _ => new(1));

    private sealed class Held(SemaphoreSlim one) : INodeLock
    {
        public Task<bool> IsHeld(CancellationToken token) => Task.FromResult(true);

        public ValueTask DisposeAsync()
        {
            one.Release();
            return ValueTask.CompletedTask;
        }
    }
}
