using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>A silo that asks for certificates, for strangers to try.</summary>
public sealed class TlsSilo(Databases databases) : IAsyncLifetime
{
    private IHost? _host;

    internal ClusterAuthority Authority { get; } = new();

    public string Database { get; private set; } = "";

    public int SiloPort => Endpoint.SiloPort;

    public int GatewayPort => Endpoint.GatewayPort;

    private EndpointOptions Endpoint => _host!.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.New();
        _host = await ClusterHosts.StartSilo(new InMemoryJournal(), TimeProvider.System, [("ConnectionString", Database), .. Authority.Member()])
            .Within("the silo has started");
    }

    public async ValueTask DisposeAsync()
    {
        await (_host?.StopAsync() ?? Task.CompletedTask).Within("the silo has stopped");
        _host?.Dispose();
        Authority.Dispose();
    }
}
