using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace CapacityBoard.Cluster;

/// <summary>Distinguishes a failure to reach a grain from a failure of the grain itself.</summary>
internal static class TransportFault
{
    /// <summary>
    /// True if another attempt may reach the grain: the silo was killed or is stopping, its connection broke, there is no gateway,
    /// or the directory of grains is being handed over. <see cref="OrleansException"/> is the base of everything that Orleans
    /// throws for these.
    /// </summary>
    /// <remarks>
    /// A grain's own exceptions never count, whatever their cause: if the journal is unavailable because a connection timed out,
    /// the caller gets that error. So inner exceptions are ignored, except those of an <see cref="AggregateException"/>.
    /// </remarks>
    public static bool Is(Exception failure) => failure switch
    {
        TimeoutException or OrleansException or SocketException or ConnectionAbortedException or ConnectionResetException => true,
        AggregateException several => several.InnerExceptions.Any(Is),
        _ => false,
    };
}
