using CapacityBoard.Board;
using CapacityBoard.Cluster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Hosting;

/// <summary>Whether this node lives, and whether it can show boards.</summary>
internal static class HealthApi
{
    private const string Path = "/health";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup(Path).ExcludeFromDescription();
        health.MapGet("", Health);
        health.MapGet("/live", () => TypedResults.Ok());
        health.MapGet("/ready", Ready);
    }

    /// <summary>Until the node reaches its grains, it answers only for its health: whatever else is asked is told to try again in a moment.</summary>
    public static void UseGrainsOnceReady(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments(Path),
        asked => asked.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<GrainHosting>().RequireReady();
            return next(context);
        }));

    private static JsonHttpResult<HealthView> Ready(Boards boards, GrainHosting grains, Draining draining)
    {
        var health = Health(boards, grains, draining);
        return TypedResults.Json(health, statusCode: health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static HealthView Health(Boards boards, GrainHosting grains, Draining draining)
    {
        var state = draining.HasBegun ? "draining" : boards.CaughtUp.IsCompletedSuccessfully && grains.IsReady ? "ready" : "starting";
        var build = BuildVersion.Current;
        return new(state == "ready", state, grains.Role, grains.Cluster, boards.Position, boards.All.Count, build.Version, build.Commit);
    }

    /// <param name="State">starting, until it shows boards and reaches its grains; ready; or draining.</param>
    /// <param name="Role">What this process is in its cluster, and its name; null where there is none.</param>
    /// <param name="Position">The journal's position up to which the boards have folded.</param>
    private sealed record HealthView(bool Ready, string State, string? Role, string? Cluster, long Position, int Localities, string Version, string Commit);
}
