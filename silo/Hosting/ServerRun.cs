using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Hosting;

/// <summary>Runs a server from its start to its end.</summary>
internal static class ServerRun
{
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Signals are the host's: it takes its time to let requests in flight finish, which the command line would cut short after two seconds.</summary>
    public static InvocationConfiguration Invocation { get; } = new() { ProcessTerminationTimeout = null };

    /// <summary>Builds and serves until it is asked to stop, and answers the exit code: 0 stopped, 1 not started, with a sentence that says why.</summary>
    /// <param name="build">Builds the server; what it is given is to see the builder last.</param>
    public static async Task<int> Serve(Func<Action<WebApplicationBuilder>, WebApplication> build, CancellationToken token)
    {
        // What stops a start is said below in a sentence, so the host need not log it with its stack.
        var started = false;
        try
        {
            await using var app = build(builder => builder.Logging.AddFilter(HostLog, level => started && level >= LogLevel.Warning));
            if (await Start(app, token))
            {
                started = true;
                await app.WaitForShutdownAsync(token);
            }

            return 0;
        }
        catch (Exception exception) when (StartFault.Explain(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }

    /// <summary>
    /// False where it was asked to stop before it had started, as while it waited for the first silo. What has started
    /// before something could not is stopped again in good order: a silo takes its leave of the others.
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
            var wasAsked = failure is OperationCanceledException && app.Lifetime.ApplicationStopping.IsCancellationRequested;
            await app.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!wasAsked)
            {
                throw;
            }

            return false;
        }
    }
}
