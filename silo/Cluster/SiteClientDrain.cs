using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>
/// Lets the calls in flight be answered before the silo or client beneath them stops. Registered after it, since hosted
/// services stop in the reverse order; the web server, registered last, has by then answered its requests.
/// </summary>
internal sealed class SiteClientDrain(SiteClient client) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => client.Drain().WaitAsync(cancellationToken);
}
