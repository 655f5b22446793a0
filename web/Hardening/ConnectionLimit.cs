using System.Net;
using CapacityBoard.Access.Audit;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>Limits the open connections of one address, so that it cannot use up everybody's.</summary>
internal sealed class ConnectionLimit(IOptions<HardeningOptions> options)
{
    private readonly OpenCounts<string> _open = new();
    private readonly IPNetwork[] _proxies = [.. options.Value.Proxies.Select(proxy => HardeningOptions.NetworkOf(proxy)!.Value)];

    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        if (address is null || _proxies.Any(proxy => proxy.Contains(address)))
        {
            await next(connection);
            return;
        }

        var key = Addresses.OwnerOf(address);
        if (!_open.TryOpen(key, options.Value.Limits.ConnectionsPerAddress))
        {
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            _open.Close(key);
        }
    };

    /// <summary>Sets Kestrel's own limits: the node's connections, and how slowly a request may arrive.</summary>
    public static void Configure(KestrelServerOptions kestrel, long largestBody)
    {
        var limits = kestrel.ApplicationServices.GetRequiredService<IOptions<HardeningOptions>>().Value.Limits;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = largestBody;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        var connections = kestrel.ApplicationServices.GetRequiredService<ConnectionLimit>();
        kestrel.ConfigureEndpointDefaults(listen => listen.Use(connections.Around));
    }
}
