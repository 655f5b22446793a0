using CapacityBoard.Board;
using CapacityBoard.Runtime;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Hosting;

/// <summary>Whether this node lives, and whether it can show boards.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("", Health);
        health.MapGet("/live", () => TypedResults.Ok());
        health.MapGet("/ready", Ready);
    }

    private static JsonHttpResult<HealthView> Ready(Boards boards, GrainHosting grains, Draining draining)
    {
        var health = Health(boards, grains, draining);
        return TypedResults.Json(health, statusCode: health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static HealthView Health(Boards boards, GrainHosting grains, Draining draining)
    {
        var state = draining.HasBegun ? "draining" : boards.CaughtUp.IsCompletedSuccessfully && grains.IsReady ? "ready" : "starting";
        return new(state == "ready", state, GrainRuntime.Name, boards.Position, boards.All.Count);
    }

    /// <param name="State">starting, ready or draining.</param>
    /// <param name="Runtime">What the grains run on: InProcess or Orleans.</param>
    /// <param name="Position">The journal's position up to which the boards have folded.</param>
    private sealed record HealthView(bool Ready, string State, string Runtime, long Position, int Localities);
}
