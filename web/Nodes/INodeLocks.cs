namespace CapacityBoard.Nodes;

/// <summary>Locks for work that only one node may do at a time.</summary>
internal interface INodeLocks
{
    /// <summary>Waits as long as necessary for a lock, and holds it until it is disposed of or this node dies.</summary>
    /// <param name="name">The work that the lock protects.</param>
    /// <exception cref="Journal.JournalUnavailableException">The database that keeps the locks cannot be reached.</exception>
    Task<INodeLock> Take(string name, CancellationToken token);

    /// <summary>Takes a lock as <see cref="Take"/> does, but returns null if it is already held.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The database that keeps the locks cannot be reached.</exception>
    Task<INodeLock?> TryTake(string name, CancellationToken token);
}

/// <summary>A lock that this node holds.</summary>
internal interface INodeLock : IAsyncDisposable
{
    /// <summary>False if the lock was lost: the connection that held it broke, and another node may have taken it.</summary>
    Task<bool> IsHeld(CancellationToken token);
}
