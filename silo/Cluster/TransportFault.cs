using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace CapacityBoard.Cluster;

/// <summary>Tells the failures of the way to a grain from those of the grain.</summary>
internal static class TransportFault
{
    /// <summary>
    /// True where another attempt may find a way: the silo was killed or stops, its connection broke, no gateway is
    /// there, the directory of grains is being handed over. <see cref="OrleansException"/> is the base of all that Orleans
    /// says of these.
    /// </summary>
    /// <remarks>
    /// What a grain throws is never one of these, whatever its cause: a journal that is unavailable because a connection timed
    /// out says so, and its caller is told. Only the wrapping of several failures is looked into.
    /// </remarks>
    public static bool Is(Exception failure) => failure switch
    {
        TimeoutException or OrleansException or SocketException or ConnectionAbortedException or ConnectionResetException => true,
        AggregateException several => several.InnerExceptions.Any(Is),
        _ => false,
    };
}
