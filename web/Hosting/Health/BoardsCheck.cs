using CapacityBoard.Board;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Hosting.Health;

/// <summary>Whether this node's boards have what was recorded.</summary>
internal sealed class BoardsCheck(Boards boards) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !boards.CaughtUp.IsCompletedSuccessfully
            ? HealthCheckResult.Unhealthy($"The boards are still being made from the journal; they have {boards.Position} entries.")
            : boards.BehindSince is { } since
                ? HealthCheckResult.Unhealthy($"The boards may lack what was recorded since {since:O}: they are at entry {boards.Position}; the log says why.")
                : HealthCheckResult.Healthy());
}
