using System.Collections.Concurrent;
using System.Diagnostics;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Board;

/// <summary>
/// The traced commands of a locality whose changes are yet to be pushed. A push carries the changes of many commands: it is
/// a span in the trace of each of them that this node took, so that every such trace ends at the screens.
/// </summary>
internal sealed class PushTraces
{
    private readonly ConcurrentQueue<(long Position, ActivityContext Command)> _waiting = new();

    public void Add(long position, ActivityContext command) => _waiting.Enqueue((position, command));

    /// <summary>The spans of an update that is now pushed; to be ended once all screens have taken it in.</summary>
    public IReadOnlyList<Activity> Start(BoardUpdate update)
    {
        if (_waiting.IsEmpty)
        {
            return [];
        }

        var spans = new List<Activity>();
        while (_waiting.TryPeek(out var next) && next.Position <= update.Version && _waiting.TryDequeue(out next))
        {
            if (BoardTraces.StartPush(next.Command, update.Locality, update.Version) is { } span)
            {
                spans.Add(span);
            }
        }

        return spans;
    }
}
