using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Hardening;

/// <summary>What protects the node from any caller.</summary>
internal static class HardeningServices
{
    /// <summary>A screen sends only which locality it watches and since when: a few hundred bytes.</summary>
    private const long LargestHubMessage = 4 * 1024;

    public static void AddHardening(this WebApplicationBuilder builder, long largestBody)
    {
        var services = builder.Services;
        HardeningOptions.Add(services);
        HttpsOnly.AddForwardedHeaders(services);
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<ConnectionLimit>();
        services.Configure<KestrelServerOptions>(kestrel => ConnectionLimit.Configure(kestrel, largestBody));
        services.Configure<HubOptions>(hub =>
        {
            hub.MaximumReceiveMessageSize = LargestHubMessage;
            hub.HandshakeTimeout = TimeSpan.FromSeconds(5);
        });
    }
}
