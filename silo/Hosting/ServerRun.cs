using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Hosting;

/// <summary>Runs a server from its start to its end.</summary>
internal static class ServerRun
{
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    private static readonly PosixSignal[] StopSignals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];

    /// <summary>Leaves signals to the host, which waits for requests in flight; the command line would end the process after two seconds.</summary>
    public static InvocationConfiguration Invocation { get; } = new() { ProcessTerminationTimeout = null };

    /// <summary>
    /// Builds and serves until a signal asks it to stop. Returns the exit code: 0 if it stopped as asked, 1 if it did not start
    /// or ended by itself, with a sentence that says why.
    /// </summary>
    /// <param name="build">Builds the server; it must call its argument on the builder last, just before building.</param>
    public static async Task<int> Serve(Func<Action<WebApplicationBuilder>, WebApplication> build, CancellationToken token)
    {
        // A failure to start is reported below in a sentence, so the host need not log it with its stack trace.
        var started = false;
        var isAsked = false;
        var signals = StopSignals.Select(signal => PosixSignalRegistration.Create(signal, _ => isAsked = true)).ToList();
        try
        {
            // A machine without time zones must fail here, not at the first page.
            RuntimeHelpers.RunClassConstructor(typeof(LocalDay).TypeHandle);
            await using var app = build(builder => builder.Logging.AddFilter(HostLog, level => started && level >= LogLevel.Warning));
            started = await Start(app, token);
            await (started ? app.WaitForShutdownAsync(token) : Task.CompletedTask);
            return isAsked || token.IsCancellationRequested ? 0 : await Fail(WhyItEnded(app));
        }
        catch (Exception exception) when (StartFault.Explain(exception) is { } message)
        {
            return await Fail(message);
        }
        finally
        {
            signals.ForEach(signal => signal.Dispose());
        }
    }

    /// <summary>
    /// False if it was told to stop before it had started. If some part cannot start, the parts already started are stopped
    /// properly, so that a silo can leave its cluster.
    /// </summary>
    private static async Task<bool> Start(WebApplication app, CancellationToken token)
    {
        try
        {
            await app.StartAsync(token);
            return true;
        }
        catch (Exception failure)
        {
            // The reason for not starting matters, not that some part then had nothing to stop.
            var isStopping = failure is OperationCanceledException && app.Lifetime.ApplicationStopping.IsCancellationRequested;
            await app.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!isStopping)
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>The host stops if one of its background services fails, and only logs the failure.</summary>
    private static string WhyItEnded(WebApplication app)
    {
        var failure = app.Services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Select(service => service.ExecuteTask?.Exception?.InnerException)
            .FirstOrDefault(exception => exception is not null);
        return failure switch
        {
            null => "The server stopped unexpectedly. Its log may say why.",
            _ => StartFault.Explain(failure) ?? $"The server stopped because a part of it failed: {failure}",
        };
    }

    private static async Task<int> Fail(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
