using System.Diagnostics;
using CapacityBoard.Board;
using CapacityBoard.Scenarios;
using Microsoft.AspNetCore.SignalR.Client;

namespace CapacityBoard.Screens;

/// <summary>
/// A screen that watches a locality and notes when it saw each update. The update's number is sent as the name of who
/// declared it, so a row with a later number shows that the earlier updates have arrived too.
/// </summary>
internal sealed class Screen(Sent sent) : IAsyncDisposable
{
    private readonly Dictionary<string, int> _seen = [];
    private readonly List<double> _latencies = [];
    private HubConnection? _hub;
    private long _version;

    /// <summary>The number of updates that did not follow on from what the screen showed.</summary>
    public int Gaps { get; private set; }

    public int Pushes { get; private set; }

    public IReadOnlyList<double> Latencies => _latencies;

    public async Task Watch(Uri server, string locality, CancellationToken token)
    {
        _hub = BoardConnection.To(server);
        _hub.On<SeenUpdate>(BoardHub.Changed, Receive);
        await _hub.StartAsync(token);
        var whole = await _hub.InvokeAsync<SeenUpdate>(nameof(BoardHub.Watch), locality, null, null, token);
        _version = Math.Max(_version, whole.Version);
    }

    public ValueTask DisposeAsync() => _hub?.DisposeAsync() ?? ValueTask.CompletedTask;

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
                _latencies.AddRange(sent.Between(row.Site, _seen.GetValueOrDefault(row.Site, -1), number)
                    .Select(due => Stopwatch.GetElapsedTime(due, now).TotalMilliseconds));
                _seen[row.Site] = number;
            }
        }
    }

    /// <summary>The part of a <see cref="BoardUpdate"/> that the load test needs.</summary>
    private sealed record SeenUpdate(long From, long Version, SeenRow[] Rows);

    private sealed record SeenRow(string Site, SeenStamp? Declared);

    private sealed record SeenStamp(string By);
}
