using System.Net;
using System.Net.Sockets;
using CapacityBoard.Cluster.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>
/// Where a silo listens: at the address that it advertises and no other. Whoever reaches its ports may call any grain, so
/// beyond the loopback address it listens with certificates alone.
/// </summary>
internal sealed class SiloEndpoint : IConfigureOptions<EndpointOptions>, IValidateOptions<EndpointOptions>
{
    private readonly IPAddress? _address;
    private readonly int _siloPort;
    private readonly int _gatewayPort;
    private readonly bool _hasCertificate;

    /// <exception cref="GrainsUnavailableException">The advertised host name is unknown.</exception>
    public SiloEndpoint(SiloClusterOptions cluster, ClusterRole role)
    {
        _hasCertificate = !string.IsNullOrWhiteSpace(cluster.Certificate);
        _address = AddressOf(cluster);
        _siloPort = cluster.SiloPort ?? Port(cluster, EndpointOptions.DEFAULT_SILO_PORT);
        _gatewayPort = cluster.GatewayPort ?? (role == ClusterRole.Silo ? Port(cluster, EndpointOptions.DEFAULT_GATEWAY_PORT) : 0);
    }

    public void Configure(EndpointOptions options)
    {
        (options.SiloPort, options.GatewayPort) = (_siloPort, _gatewayPort);
        if (_address is not null)
        {
            options.AdvertisedIPAddress = _address;
        }
    }

    /// <summary>Looks at what Orleans will listen at, whatever set it.</summary>
    public ValidateOptionsResult Validate(string? name, EndpointOptions options)
    {
        IPAddress[] listening =
        [
            options.SiloListeningEndpoint?.Address ?? options.AdvertisedIPAddress,
            options.GatewayListeningEndpoint?.Address ?? options.AdvertisedIPAddress,
        ];
        return !_hasCertificate && listening.FirstOrDefault(address => !IPAddress.IsLoopback(address)) is { } open
            ? ValidateOptionsResult.Fail(
                $"This silo would listen at {open}, where anyone who can reach it could call any grain. Set Cluster:Certificate and Cluster:Authority. "
                + "Or, if the whole cluster is on this machine, set Cluster:AdvertisedAddress=localhost.")
            : ValidateOptionsResult.Success;
    }

    /// <summary>Null where Orleans is to take this machine's first address.</summary>
    private static IPAddress? AddressOf(SiloClusterOptions cluster) => cluster switch
    {
        { Membership: ClusterMembership.Localhost } => IPAddress.Loopback,
        { AdvertisedAddress: { } address } => Resolve(address),
        _ => MembershipPlace.IsThisMachine(cluster) ? IPAddress.Loopback : null,
    };

    private static IPAddress Resolve(string address)
    {
        try
        {
            return IPAddress.TryParse(address, out var ip) ? ip : Dns.GetHostAddresses(address).OrderBy(each => each.AddressFamily).First();
        }
        catch (SocketException unknown)
        {
            throw new GrainsUnavailableException(
                $"Cluster:AdvertisedAddress '{address}' is unknown here: {unknown.Message}. Give this machine's IP address or host name.", unknown);
        }
    }

    /// <summary>On one machine several members share the loopback address; a firewall between machines needs to know the port.</summary>
    private int Port(SiloClusterOptions cluster, int usual) =>
        cluster.Membership == ClusterMembership.Localhost ? FreePort.Next()
        : _address is not null && IPAddress.IsLoopback(_address) ? FreePort.Or(usual)
        : usual;
}

internal static class SiloEndpointServices
{
    public static void ListenAt(this IServiceCollection services, SiloEndpoint endpoint)
    {
        services.AddSingleton<IConfigureOptions<EndpointOptions>>(endpoint).AddSingleton<IValidateOptions<EndpointOptions>>(endpoint);
        services.AddOptions<EndpointOptions>().ValidateOnStart();
    }
}
