using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Cluster;

/// <summary>
/// Waits for the calls in flight before the silo or client beneath them stops. It is registered after them, since hosted
/// services stop in reverse order; the web server, registered last, has answered its requests by then.
/// </summary>
internal sealed class SiteClientDrain(SiteClient client) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => client.Drain().WaitAsync(cancellationToken);
}
