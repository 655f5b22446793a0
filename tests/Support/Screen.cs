using CapacityBoard.Board;
using CapacityBoard.Screens;
using Microsoft.AspNetCore.SignalR.Client;

namespace CapacityBoard.Support;

/// <summary>
/// A screen on a real socket: it watches one locality, keeps its copy of the board, and asks again when there is a gap.
/// </summary>
public sealed class Screen : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HubConnection _hub;
    private readonly string _locality;
    private readonly List<BoardUpdate> _pushes = [];
    private readonly Queue<BoardUpdate> _waiting = new();
    private TaskCompletionSource _changed = New();
    private bool _asking;

    private Screen(Uri server, string locality, BoardCopy copy)
    {
        (_locality, Copy, _hub) = (locality, copy, BoardConnection.To(server));
        _hub.On<BoardUpdate>(BoardHub.Changed, Received);
    }

    public BoardCopy Copy { get; }

    /// <summary>Completes when either side has ended the connection.</summary>
    public Task Closed => _hub.Ended();

    /// <summary>What the hub answered to <c>Watch</c>, oldest first.</summary>
    public List<BoardUpdate> Answers { get; } = [];

    /// <summary>The pushes received so far, oldest first.</summary>
    public IReadOnlyList<BoardUpdate> Pushes
    {
        get
        {
            lock (_gate)
            {
                return [.. _pushes];
            }
        }
    }

    /// <param name="shown">What the screen showed before it lost its connection; null for a new screen.</param>
    public static async Task<Screen> Open(Uri server, string locality, BoardCopy? shown = null)
    {
        var screen = new Screen(server, locality, shown ?? new());
        await screen._hub.StartAsync().Within("the screen is connected");
        await screen.Ask();
        return screen;
    }

    /// <summary>Calls a hub method by its raw name and arguments.</summary>
    public Task<BoardUpdate?> Call(string method, params object?[] arguments) =>
        _hub.InvokeCoreAsync<BoardUpdate?>(method, arguments).Within($"the hub answers {method}");

    /// <summary>Waits until a condition on what was shown or pushed holds.</summary>
    public async Task Until(Func<Screen, bool> condition, string named)
    {
        while (NextChange(condition) is { } change)
        {
            await change.Within($"the screen shows: {named}");
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task Ask()
    {
        _asking = true;
        var resumed = Copy.Version > 0;
        var answer = (await Call(nameof(BoardHub.Watch), _locality, resumed ? Copy.Version : null, resumed ? Copy.At : null))!;
        lock (_gate)
        {
            Answers.Add(answer);
            _asking = false;
            Copy.Take(answer).ShouldBeTrue("an answer follows on from what was asked for");
            while (!_asking && _waiting.TryDequeue(out var pushed))
            {
                Apply(pushed);
            }

            SignalChange();
        }
    }

    private void Received(BoardUpdate update)
    {
        lock (_gate)
        {
            _pushes.Add(update);
            if (_asking)
            {
                _waiting.Enqueue(update);
            }
            else
            {
                Apply(update);
            }

            SignalChange();
        }
    }

    private void Apply(BoardUpdate update)
    {
        if (!Copy.Take(update))
        {
            _asking = true;
            _ = Ask();
        }
    }

    private Task? NextChange(Func<Screen, bool> condition)
    {
        lock (_gate)
        {
            return condition(this) ? null : _changed.Task;
        }
    }

    private void SignalChange()
    {
        _changed.TrySetResult();
        _changed = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
