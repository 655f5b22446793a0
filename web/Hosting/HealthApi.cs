using CapacityBoard.Board;
using CapacityBoard.Runtime;

namespace CapacityBoard.Hosting;

/// <summary>Whether this node lives, and whether it can show boards.</summary>
internal static class HealthApi
{
    private const string Path = "/health";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup(Path).ExcludeFromDescription();
        health.MapGet("", (Boards boards, GrainHosting grains) => Health(boards, grains));
        health.MapGet("/live", () => TypedResults.Ok());
        health.MapGet("/ready", (Boards boards, GrainHosting grains) => TypedResults.Json(
            Health(boards, grains),
            statusCode: IsReady(boards, grains) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
    }

    /// <summary>Until the node reaches its grains, it answers only for its health: whatever else is asked is told to try again in a moment.</summary>
    public static void UseGrainsOnceReady(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments(Path),
        asked => asked.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<GrainHosting>().RequireReady();
            return next(context);
        }));

    /// <summary>It shows boards and reaches its grains.</summary>
    private static bool IsReady(Boards boards, GrainHosting grains) => boards.CaughtUp.IsCompletedSuccessfully && grains.IsReady;

    private static HealthView Health(Boards boards, GrainHosting grains) =>
        new(IsReady(boards, grains), GrainRuntime.Name, grains.Role, grains.Cluster, boards.Position, boards.All.Count);

    /// <param name="Runtime">What the grains run on: InProcess or Orleans.</param>
    /// <param name="Role">What this process is in its cluster, and its name; null where there is none.</param>
    /// <param name="Position">The journal's position up to which the boards have folded.</param>
    private sealed record HealthView(bool Ready, string Runtime, string? Role, string? Cluster, long Position, int Localities);
}
