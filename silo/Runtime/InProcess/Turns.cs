namespace CapacityBoard.Runtime.InProcess;

/// <summary>One turn at a time, in the order in which they were asked for, until there are no more.</summary>
internal sealed class Turns
{
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private bool _taken;
    private bool _ended;

    /// <summary>Waits for a turn. True: it is the caller's, until it calls <see cref="Leave"/> or <see cref="End"/>. False: there are no more.</summary>
    public ValueTask<bool> Enter()
    {
        lock (_gate)
        {
            if (_ended || !_taken)
            {
                _taken = true;
                return new(!_ended);
            }

            var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return new(turn.Task);
        }
    }

    /// <summary>Takes a turn only where nobody has one.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            var free = !_taken && !_ended;
            _taken |= free;
            return free;
        }
    }

    /// <summary>Hands the turn to whoever has waited longest.</summary>
    public void Leave()
    {
        TaskCompletionSource<bool>? next;
        lock (_gate)
        {
            _taken = _waiting.TryDequeue(out next);
        }

        next?.SetResult(true);
    }

    /// <summary>There are no more turns: whoever waits is told so.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
        }

        // Nobody joins the queue any more, so it needs no lock.
        while (_waiting.TryDequeue(out var turn))
        {
            turn.SetResult(false);
        }
    }
}
