using System.Collections.Concurrent;
using System.Net;
using CapacityBoard.Access.Audit;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>Lets one address open so many connections and no more, so that it cannot have those of everybody.</summary>
internal sealed class ConnectionLimit(IOptions<HardeningOptions> options)
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);
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
        try
        {
            if (_open.AddOrUpdate(key, 1, (_, count) => count + 1) > options.Value.Limits.ConnectionsPerAddress)
            {
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            if (_open.AddOrUpdate(key, 0, (_, count) => count - 1) == 0)
            {
                _open.TryRemove(new(key, 0));
            }
        }
    };

    /// <summary>What Kestrel itself limits: the node's connections, and how slowly a request may come.</summary>
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
