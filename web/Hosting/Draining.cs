using CapacityBoard.Api;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>
/// The time between being told to stop and stopping: the node is no longer ready and refuses new screens, but answers all other
/// requests until the load balancer has noticed. Its screens stay until the end and then move together.
/// </summary>
internal sealed partial class Draining(IHostApplicationLifetime lifetime, IOptions<ServerOptions> options, TimeProvider clock, ILogger<Draining> log)
{
    private int _begun;

    public bool HasBegun => _begun > 0 || lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Drains, then stops; a second call stops at once.</summary>
    public async Task Begin()
    {
        if (Interlocked.Increment(ref _begun) == 1)
        {
            LogBegun(options.Value.DrainFor);
            await Task.Delay(options.Value.DrainFor, clock, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lifetime.StopApplication();
    }

    /// <summary>Answers a request while this node drains, so that the client's next one goes to another node.</summary>
    public Task Answer(HttpContext http, RequestDelegate next)
    {
        if (!HasBegun)
        {
            return next(http);
        }

        if (http.Request.Path.StartsWithSegments(ProgramPaths.Hub))
        {
            return IsOfConnectedScreen(http) ? next(http) : Refuse(http);
        }

        if (HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            http.Response.Headers.Connection = "close";
        }

        return next(http);
    }

    /// <summary>True for a request of a connected screen without WebSockets, which sends its connection's id.</summary>
    private static bool IsOfConnectedScreen(HttpContext http) => http.Request.Query.ContainsKey("id");

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Told to stop: goes on serving for {DrainFor}")]
    private partial void LogBegun(TimeSpan drainFor);
}
