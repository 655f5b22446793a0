using CapacityBoard.Board;
using CapacityBoard.Cluster;
using CapacityBoard.Health;
using CapacityBoard.Hosting.Health;
using CapacityBoard.Messages;
using CapacityBoard.Projections;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Hosting;

/// <summary>Reports whether this node is alive, and whether it can show boards.</summary>
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

    public static void AddNodeHealth(this IServiceCollection services) => services.AddHealth()
        .AddCheck<AccountsCheck>("accounts", timeout: HealthSetup.LongestCheck)
        .AddCheck<BoardsCheck>("boards", timeout: HealthSetup.LongestCheck)
        .AddCheck<MessagesCheck>("messages", timeout: HealthSetup.LongestCheck);

    /// <summary>
    /// Until the node reaches its grains it answers only health requests; all others are told to try again shortly.
    /// </summary>
    public static void UseGrainsOnceReady(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments(Path) && !context.Request.Path.StartsWithSegments(TelemetrySetup.MetricsPath),
        asked => asked.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<GrainHosting>().RequireReady();
            return next(context);
        }));

    private static async Task<JsonHttpResult<HealthView>> Ready(Boards boards, FoldProgress progress, GrainHosting grains, Draining draining, HealthReports reports)
    {
        var health = await Health(boards, progress, grains, draining, reports);
        return TypedResults.Json(health, statusCode: health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<HealthView> Health(Boards boards, FoldProgress progress, GrainHosting grains, Draining draining, HealthReports reports)
    {
        var (problems, warnings) = await reports.Findings();
        var state = draining.HasBegun ? "draining"
            : !progress.CaughtUp.IsCompletedSuccessfully || !grains.IsReady ? "starting"
            : problems.Count > 0 ? "failing"
            : "ready";
        return new(state == "ready", state, grains.Role, grains.Cluster, progress.Position, boards.All.Count, problems, warnings, BuildVersion.Current.Version, BuildVersion.Current.Commit);
    }

    /// <param name="State">
    /// "starting" until it shows boards and reaches its grains; then "ready", "failing" or "draining".
    /// </param>
    /// <param name="Role">This process's role and name in its cluster; null if there is no cluster.</param>
    /// <param name="Position">The journal position to which the boards have folded.</param>
    /// <param name="Problems">
    /// What is wrong, by component: <c>journal</c>, <c>cluster</c>, <c>accounts</c>, <c>boards</c>.
    /// </param>
    /// <param name="Warnings">What needs correcting although the node is ready: <c>clock</c>.</param>
    private sealed record HealthView(
        bool Ready, string State, string? Role, string? Cluster, long Position, int Localities, IReadOnlyDictionary<string, string> Problems,
        IReadOnlyDictionary<string, string> Warnings, string Version, string Commit);
}
