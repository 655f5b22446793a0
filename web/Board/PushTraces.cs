using System.Collections.Concurrent;
using System.Diagnostics;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Board;

/// <summary>
/// The traced commands of a locality whose changes are not pushed yet. A push carries many commands' changes, so it is a span in
/// each trace that this node started; every such trace then ends at the screens.
/// </summary>
internal sealed class PushTraces
{
    private readonly ConcurrentQueue<(long Position, ActivityContext Command)> _waiting = new();

    public void Add(long position, ActivityContext command) => _waiting.Enqueue((position, command));

    /// <summary>Starts the spans of an update being pushed; end them once all screens have read it.</summary>
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
