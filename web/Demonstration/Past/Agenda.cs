namespace CapacityBoard.Demonstration.Past;

/// <summary>What is to happen, by its time; of the same instant, in the order in which it was put there.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> _acts = new();
    private long _number;

    public void At(DateTimeOffset at, Action act) => _acts.Enqueue(act, (at, _number++));

    /// <summary>The next act before an instant; null where there is none.</summary>
    public (DateTimeOffset At, Action Act)? Next(DateTimeOffset before) =>
        _acts.TryPeek(out _, out var due) && due.At < before && _acts.TryDequeue(out var act, out _) ? (due.At, act) : null;
}
