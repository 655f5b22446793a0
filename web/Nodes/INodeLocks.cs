namespace CapacityBoard.Nodes;

/// <summary>Lets one node at a time do what two at once would spoil.</summary>
internal interface INodeLocks
{
    /// <summary>Waits for a lock, for as long as it takes, and holds it until it is disposed of or this node dies.</summary>
    /// <param name="name">What is done under it.</param>
    /// <exception cref="Journal.JournalUnavailableException">The database that keeps the locks cannot be reached.</exception>
    Task<INodeLock> Take(string name, CancellationToken token);

    /// <summary>A lock, as <see cref="Take"/> gives it, if it is free; null where somebody holds it.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The database that keeps the locks cannot be reached.</exception>
    Task<INodeLock?> TryTake(string name, CancellationToken token);
}

/// <summary>A lock that this node holds.</summary>
internal interface INodeLock : IAsyncDisposable
{
    /// <summary>False once it is lost: the connection that held it broke, and another node may have it.</summary>
    Task<bool> IsHeld(CancellationToken token);
}
