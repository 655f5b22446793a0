using System.Net.WebSockets;
using CapacityBoard.Board;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Faults;

/// <summary>A screen as the pages have one: it never gives up, and comes back by itself, to whichever node answers, with what it showed.</summary>
internal sealed class ReturningScreen : IAsyncDisposable
{
    private static readonly TimeSpan PauseBeforeAnother = TimeSpan.FromMilliseconds(200);

    private readonly IReadOnlyList<Uri> _nodes;
    private readonly BoardCopy _shown = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _running;

    /// <param name="first">The node that it begins at.</param>
    public ReturningScreen(IReadOnlyList<Uri> nodes, int first)
    {
        _nodes = nodes;
        _running = Task.Run(() => Run(first));
    }

    /// <summary>How often it had to come back.</summary>
    public int Returns { get; private set; }

    /// <summary>Waits until it shows a version, and compares what it then shows.</summary>
    public async Task ShouldShow(long version, Func<DateTimeOffset, BoardUpdate> boardAsOf)
    {
        await Deadline.Until(() => _shown.Version >= version, $"the screen shows version {version}");
        _shown.ShouldShow(boardAsOf(_shown.At));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running;
        _closing.Dispose();
    }

    private async Task Run(int first)
    {
        for (var node = first; !_closing.IsCancellationRequested; node++)
        {
            try
            {
                await using var screen = await Screen.Open(_nodes[node % _nodes.Count], ApiUser.Locality, _shown);
                await screen.Closed.WaitAsync(_closing.Token);
            }
            catch (Exception gone) when (gone is WebSocketException or HttpRequestException or IOException or HubException or OperationCanceledException or InvalidOperationException)
            {
                // The node is gone: the next one is asked.
            }

            Returns++;
            await Task.Delay(PauseBeforeAnother, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
