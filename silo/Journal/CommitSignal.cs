namespace CapacityBoard.Journal;

/// <summary>The position of the last durable entry, and the callers waiting for a later one.</summary>
internal sealed class CommitSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = New();
    private long _position;
    private bool _closed;

    public long Position => Volatile.Read(ref _position);

    public void Advance(long position)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            if (position <= _position)
            {
                return;
            }

            Volatile.Write(ref _position, position);
            (moved, _moved) = (_moved, New());
        }

        moved.TrySetResult();
    }

    /// <exception cref="JournalUnavailableException">The journal was closed meanwhile.</exception>
    public async Task WaitBeyond(long position, CancellationToken token)
    {
        while (NextMove(position) is { } next)
        {
            await next.WaitAsync(token);
        }
    }

    /// <summary>Ends every wait.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _moved.TrySetResult();
    }

    private Task? NextMove(long position)
    {
        lock (_gate)
        {
            if (_position > position)
            {
                return null;
            }

            return _closed ? throw new JournalUnavailableException("The server is stopping.") : _moved.Task;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
