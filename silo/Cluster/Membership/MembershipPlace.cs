using System.Net;
using Npgsql;
using StackExchange.Redis;

namespace CapacityBoard.Cluster.Membership;

/// <summary>Tells whether the membership's store is on this machine. If so, all members that use it are too.</summary>
internal static class MembershipPlace
{
    public static bool IsThisMachine(SiloClusterOptions cluster)
    {
        try
        {
            return cluster.Membership switch
            {
                ClusterMembership.Redis => ConfigurationOptions.Parse(cluster.Redis!).EndPoints.All(IsLoopback),
                ClusterMembership.PostgreSql => Hosts(cluster.ConnectionString!).All(IsLoopback),
                _ => true,
            };
        }
        catch (ArgumentException)
        {
            // Connecting to it later gives a better error message.
            return true;
        }
    }

    /// <summary>Hosts in a list are separated by commas. A port follows a colon, but an IPv6 address contains colons itself.</summary>
    private static IEnumerable<string> Hosts(string connectionString) => (new NpgsqlConnectionStringBuilder(connectionString).Host ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(host => IPEndPoint.TryParse(host, out var place) ? $"{place.Address}" : IsSocket(host) ? host : host.Split(':')[0]);

    private static bool IsLoopback(EndPoint place) => place switch
    {
        IPEndPoint address => IPAddress.IsLoopback(address.Address),
        DnsEndPoint name => IsLoopback(name.Host),
        _ => true,
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IsSocket(host) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>True for the folder of a Unix socket, or its name in the abstract namespace.</summary>
    private static bool IsSocket(string host) => host.StartsWith('/') || host.StartsWith('@');
}
