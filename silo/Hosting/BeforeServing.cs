using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Hosting;

/// <summary>Work that must be done before anything is served. If it fails, the program does not start.</summary>
internal abstract class BeforeServing : IHostedLifecycleService
{
    public abstract Task StartingAsync(CancellationToken cancellationToken);

    public virtual Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
