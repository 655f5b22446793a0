using System.Diagnostics;
using CapacityBoard.Scenarios;

namespace CapacityBoard.Screens;

/// <summary>A screen that notes when it saw each update, which it knows by its number.</summary>
/// <param name="protocol">Of its hub connection.</param>
internal abstract class Screen(Uri server, Sent sent, string protocol = "messagepack") : IAsyncDisposable
{
    private readonly HubSocket _socket = new(server, protocol);
    private readonly Dictionary<int, int> _seen = [];
    private readonly List<Latency> _latencies = [];

    public int Pushes { get; private set; }

    /// <summary>Of pushes.</summary>
    public long Bytes { get; private set; }

    /// <summary>From when an update was due to be sent.</summary>
    public IReadOnlyList<Latency> Latencies => _latencies;

    /// <summary>Fails with what goes wrong on the connection.</summary>
    protected Task Reading { get; private set; } = Task.CompletedTask;

    public abstract Task Watch();

    public async ValueTask DisposeAsync()
    {
        await _socket.DisposeAsync();
        await Reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected async Task<HubSocket> Open(string hub, string? authorization = null)
    {
        await _socket.Open(hub, authorization);
        Reading = Read();
        return _socket;
    }

    protected abstract void Receive(ReadOnlyMemory<byte> message, long now);

    protected void NotePush(int bytes)
    {
        Pushes++;
        Bytes += bytes;
    }

    /// <summary>An update, and all of the home's before it, can be seen now.</summary>
    protected void Note(int home, int update, long now)
    {
        var seen = _seen.GetValueOrDefault(home, -1);
        foreach (var due in sent.Between(home, seen, update))
        {
            Note(due, now);
        }

        _seen[home] = Math.Max(seen, update);
    }

    protected void Note(long due, long now) => _latencies.Add(new((float)(due / (double)Stopwatch.Frequency), (float)Stopwatch.GetElapsedTime(due, now).TotalMilliseconds));

    private async Task Read()
    {
        while (await _socket.Receive())
        {
            var now = Stopwatch.GetTimestamp();
            while (_socket.TryTake(out var message))
            {
                Receive(message, now);
            }
        }
    }
}
