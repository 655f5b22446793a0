using System.Net;
using System.Net.Sockets;
using CapacityBoard.Cluster.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>
/// Where a silo listens: at its advertised address and no other. Anyone who reaches its ports may call any grain, so beyond
/// the loopback address it listens only with certificates.
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

    /// <summary>Checks the addresses that Orleans will listen at, wherever they were set.</summary>
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

    /// <summary>Null if Orleans should take this machine's first address.</summary>
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

    /// <summary>Members on one machine share the loopback address, so they may need another port; a firewall between machines needs a fixed one.</summary>
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
