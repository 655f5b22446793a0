namespace CapacityBoard.Cluster;

/// <summary>Counts calls, and lets no new one begin once draining has started.</summary>
internal sealed class CallsInFlight
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _isDraining;

    /// <summary>False if no call may begin any more. After true, the caller must call <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        lock (_gate)
        {
            _count += _isDraining ? 0 : 1;
            return !_isDraining;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _count--;
            CompleteWhereDrained();
        }
    }

    /// <summary>Completes once every call in progress has ended.</summary>
    public Task Drain()
    {
        lock (_gate)
        {
            _isDraining = true;
            CompleteWhereDrained();
        }

        return _drained.Task;
    }

    private void CompleteWhereDrained()
    {
        if (_isDraining && _count == 0)
        {
            _drained.TrySetResult();
        }
    }
}
