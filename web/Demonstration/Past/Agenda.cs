namespace CapacityBoard.Demonstration.Past;

/// <summary>Acts to come, by time; acts of the same instant are in the order they were added.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> _acts = new();
    private long _number;

    public void At(DateTimeOffset at, Action act) => _acts.Enqueue(act, (at, _number++));

    /// <summary>The next act before an instant; null if there is none.</summary>
    public (DateTimeOffset At, Action Act)? Next(DateTimeOffset before) =>
        _acts.TryPeek(out _, out var due) && due.At < before && _acts.TryDequeue(out var act, out _) ? (due.At, act) : null;
}
