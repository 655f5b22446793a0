using System.Diagnostics;
using CapacityBoard.Board;
using CapacityBoard.Scenarios;

namespace CapacityBoard.Screens;

/// <summary>
/// A screen that watches a locality and notes when it saw each update. The number of an update is in the name of
/// whoever declared it, so a row that shows a later one shows that the earlier ones have come too.
/// </summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly Sent _sent;
    private readonly Dictionary<string, int> _seen = [];
    private readonly List<double> _latencies = [];
    private long _version;

    public Screen(Sent sent)
    {
        _sent = sent;
        _hub = new(typeof(SeenUpdate), typeof(SeenUpdate), pushed => Receive((SeenUpdate)pushed!));
    }

    /// <summary>Updates that did not follow on from what the screen showed.</summary>
    public int Gaps { get; private set; }

    public int Pushes { get; private set; }

    public IReadOnlyList<double> Latencies => _latencies;

    public async Task Watch(Uri server, string locality, CancellationToken token)
    {
        await _hub.Connect(server, BoardHub.Path, token);
        var whole = (SeenUpdate)(await _hub.Call(nameof(BoardHub.Watch), [locality, null, null], token))!;
        _version = Math.Max(_version, whole.Version);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Receive(SeenUpdate update)
    {
        var now = Stopwatch.GetTimestamp();
        Pushes++;
        Gaps += update.From > _version && _version > 0 ? 1 : 0;
        _version = Math.Max(_version, update.Version);
        foreach (var row in update.Rows)
        {
            if (row.Declared is { By: { } by } && int.TryParse(by.Split(' ')[0], out var number))
            {
                _latencies.AddRange(_sent.Between(row.Site, _seen.GetValueOrDefault(row.Site, -1), number)
                    .Select(sent => Stopwatch.GetElapsedTime(sent, now).TotalMilliseconds));
                _seen[row.Site] = number;
            }
        }
    }

    /// <summary>As much of a <see cref="BoardUpdate"/> as a generator needs.</summary>
    private sealed record SeenUpdate(long From, long Version, SeenRow[] Rows);

    private sealed record SeenRow(string Site, SeenStamp? Declared);

    private sealed record SeenStamp(string By);
}
