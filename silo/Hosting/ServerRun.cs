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

    /// <summary>Signals are the host's: it takes its time to let requests in flight finish, which the command line would cut short after two seconds.</summary>
    public static InvocationConfiguration Invocation { get; } = new() { ProcessTerminationTimeout = null };

    /// <summary>
    /// Builds and serves until a signal asks it to stop, and answers the exit code: 0 stopped as asked, 1 not started or ended
    /// by itself, with a sentence that says why.
    /// </summary>
    /// <param name="build">Builds the server; what it is given is to see the builder last.</param>
    public static async Task<int> Serve(Func<Action<WebApplicationBuilder>, WebApplication> build, CancellationToken token)
    {
        // What stops a start is said below in a sentence, so the host need not log it with its stack.
        var started = false;
        var isAsked = false;
        var signals = StopSignals.Select(signal => PosixSignalRegistration.Create(signal, _ => isAsked = true)).ToList();
        try
        {
            // A machine without time zones is to fail here, not at the first page.
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
    /// False where it was told to stop before it had started. What has started before something could not is stopped again
    /// in good order: a silo takes its leave of the others.
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
            // Why it did not start is what counts, not that a part of it had nothing to stop.
            var isStopping = failure is OperationCanceledException && app.Lifetime.ApplicationStopping.IsCancellationRequested;
            await app.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!isStopping)
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>The host stops where a service in its background has failed, and keeps the failure to its log.</summary>
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
