using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>Stops the grains after everything that calls them has stopped, and before the journal closes.</summary>
internal sealed class InProcessGrainLifetime(InProcessGrainFactory grains) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => grains.DisposeAsync().AsTask().WaitAsync(cancellationToken);
}
