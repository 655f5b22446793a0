using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>Turns about people: whoever asks first for a reference has it first. Only for one thread at a time, as in a grain.</summary>
internal sealed class KeyedTurns
{
    private readonly Dictionary<string, Task> _last = new(StayReferences.Comparer);

    /// <summary>Waits for the turn of all of the references; it ends when the result is disposed.</summary>
    public async Task<IDisposable> Take(IEnumerable<string> references)
    {
        var keys = references.Distinct(StayReferences.Comparer).ToList();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = keys.Select(key => _last.GetValueOrDefault(key, Task.CompletedTask)).ToList();
        foreach (var key in keys)
        {
            _last[key] = turn.Task;
        }

        await Task.WhenAll(before);
        return new End(this, keys, turn);
    }

    private sealed class End(KeyedTurns turns, List<string> keys, TaskCompletionSource turn) : IDisposable
    {
        public void Dispose()
        {
            foreach (var key in keys.Where(key => turns._last.GetValueOrDefault(key) == turn.Task))
            {
                turns._last.Remove(key);
            }

            turn.TrySetResult();
        }
    }
}
