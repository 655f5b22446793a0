using System.Net;
using System.Net.Sockets;

namespace CapacityBoard.Support;

/// <summary>
/// A plain load balancer: each new connection goes to the next node in turn, or to the one after if that node refuses. It reads
/// no traffic, so it cannot route by session.
/// </summary>
public sealed class LoadBalancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri[] _nodes;
    private readonly int[] _connections;
    private readonly Task _accepting;
    private int _next;

    public LoadBalancer(params Uri[] nodes)
    {
        (_nodes, _connections) = (nodes, new int[nodes.Length]);
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The number of connections that each node has been given.</summary>
    public IReadOnlyList<int> Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            _ = Pass(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
    }

    private async Task Pass(TcpClient client)
    {
        using (client)
        using (var node = await Connect())
        {
            if (node is not null)
            {
                var (from, to) = (client.GetStream(), node.GetStream());
                await Task.WhenAny(from.CopyToAsync(to, _closing.Token), to.CopyToAsync(from, _closing.Token));
            }
        }
    }

    private async Task<TcpClient?> Connect()
    {
        for (var tries = 0; tries < _nodes.Length; tries++)
        {
            var next = (Interlocked.Increment(ref _next) - 1) % _nodes.Length;
            var node = new TcpClient { NoDelay = true };
            try
            {
                await node.ConnectAsync(_nodes[next].Host, _nodes[next].Port, _closing.Token);
                Interlocked.Increment(ref _connections[next]);
                return node;
            }
            catch (SocketException)
            {
                node.Dispose();
            }
        }

        return null;
    }
}
