using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>
/// Drains when the process is told to end. It replaces the framework's own lifetime, which would stop at once, so that SignalR
/// closed every screen's connection before anything else could be done.
/// </summary>
internal sealed class DrainOnSignal(Draining draining) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];

    private PosixSignalRegistration[] _registered = [];

    public static void Add(IServiceCollection services)
    {
        ServerOptions.Add(services);
        services.AddSingleton<Draining>();
        services.AddSingleton<IHostLifetime, DrainOnSignal>();
        services.AddOptions<HostOptions>().Configure<IOptions<ServerOptions>>(
            (host, server) => host.ShutdownTimeout = ServerOptions.LongestStop - server.Value.DrainFor);
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registered = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, Told))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Array.ForEach(_registered, each => each.Dispose());

    private void Told(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = draining.Begin();
    }
}
