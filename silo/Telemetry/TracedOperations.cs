using System.Collections.Concurrent;
using System.Diagnostics;

namespace CapacityBoard.Telemetry;

/// <summary>
/// The trace of each command that this process sent to a grain, by operation ID. It is kept until the command's events come
/// back from the journal, where nothing else shows which trace they belong to.
/// </summary>
/// <remarks>
/// On the web node that took the command, the push to its screens is therefore in the command's trace, wherever the grain is.
/// Other web nodes push the same change outside any trace, because the journal does not record traces. At most
/// <see cref="Most"/> operations are remembered; the oldest are forgotten first, and their pushes are then in no trace.
/// </remarks>
public sealed class TracedOperations
{
    public const int Most = 4096;

    private readonly ConcurrentDictionary<string, ActivityContext> _traces = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _oldest = new();

    public void Remember(string operation, ActivityContext trace)
    {
        _traces[operation] = trace;
        _oldest.Enqueue(operation);
        while (_oldest.Count > Most && _oldest.TryDequeue(out var forgotten))
        {
            _traces.TryRemove(forgotten, out _);
        }
    }

    /// <summary>Returns an operation's trace and forgets it.</summary>
    public bool TryTake(string operation, out ActivityContext trace)
    {
        trace = default;
        return !_traces.IsEmpty && _traces.TryRemove(operation, out trace);
    }
}
