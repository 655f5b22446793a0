using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CapacityBoard.Cluster;

/// <summary>
/// Ports for silos that nobody else calls. Orleans must know its port before it listens, so the system cannot choose:
/// these are taken one after another from below the range out of which systems give ports to outgoing connections, and
/// never twice by one process.
/// </summary>
internal static class FreePort
{
    private const int First = 15_000;
    private const int Count = 15_000;

    private static readonly ConcurrentDictionary<int, bool> Preferred = new();

    private static int _next = Random.Shared.Next(Count);

    /// <summary>
    /// A port that a process takes again when it is started again, so that the others know at once that it replaces the
    /// one that was killed; another where somebody has it.
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
