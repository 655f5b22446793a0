using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CapacityBoard.Cluster;

/// <summary>
/// Ports for silos that nobody else calls. Orleans must know its port before it listens, so the system cannot choose one.
/// Ports are tried in turn below the range that systems use for outgoing connections, and one process never takes the same
/// port twice.
/// </summary>
internal static class FreePort
{
    private const int First = 15_000;
    private const int Count = 15_000;

    private static readonly ConcurrentDictionary<int, bool> Preferred = new();

    private static int _next = Random.Shared.Next(Count);

    /// <summary>
    /// The preferred port if it is free, otherwise another. A restarted process takes the same port again, so that the others
    /// know at once that it replaces the killed one.
    /// </summary>
    public static int Or(int preferred) => Preferred.TryAdd(preferred, true) && IsFree(preferred) ? preferred : Next();

    public static int Next()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new GrainsUnavailableException($"No port from {First} to {First + Count - 1} is free. Set one with Cluster:SiloPort.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
