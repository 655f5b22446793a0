using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>
/// Looks for the first silo in the background, so that the web server can start without one. Until there is one, the server
/// reports that it is not ready.
/// </summary>
internal sealed class GrainClientStart(IClusterClient client, GrainHosting hosting) : BackgroundService
{
    private readonly IHostedService _client = (IHostedService)client;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _client.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _client.StartAsync(stoppingToken);
        hosting.Open();
    }
}
