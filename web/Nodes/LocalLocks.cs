using System.Collections.Concurrent;

namespace CapacityBoard.Nodes;

/// <summary>The locks of a node that is the only one.</summary>
internal sealed class LocalLocks : INodeLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    public async Task<INodeLock> Take(string name, CancellationToken token)
    {
        var one = _locks.GetOrAdd(name, _ => new(1));
        await one.WaitAsync(token);
        return new Held(one);
    }

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
