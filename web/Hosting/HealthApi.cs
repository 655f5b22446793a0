using CapacityBoard.Board;
using CapacityBoard.Runtime;

namespace CapacityBoard.Hosting;

/// <summary>Whether this node lives, and whether it can show boards.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("", (Boards boards) => Health(boards));
        health.MapGet("/live", () => TypedResults.Ok());
        health.MapGet("/ready", (Boards boards) => TypedResults.Json(Health(boards), statusCode: StatusOf(boards)));
    }

    private static int StatusOf(Boards boards) =>
        boards.CaughtUp.IsCompletedSuccessfully ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    private static HealthView Health(Boards boards) =>
        new(boards.CaughtUp.IsCompletedSuccessfully, GrainRuntime.Name, boards.Position, boards.All.Count);

    /// <param name="Runtime">What the grains run on: InProcess or Orleans.</param>
    /// <param name="Position">The journal's position up to which the boards have folded.</param>
    private sealed record HealthView(bool Ready, string Runtime, long Position, int Localities);
}
