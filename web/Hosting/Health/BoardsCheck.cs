using CapacityBoard.Board;
using CapacityBoard.Projections;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Hosting.Health;

/// <summary>Whether this node's boards have what was recorded.</summary>
internal sealed class BoardsCheck(FoldProgress progress) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !progress.CaughtUp.IsCompletedSuccessfully
            ? HealthCheckResult.Unhealthy($"The boards are still being made from the journal; they have {progress.Position} entries.")
            : progress.BehindSince is { } since
                ? HealthCheckResult.Unhealthy($"The boards may lack what was recorded since {since:O}: they are at entry {progress.Position}; the log says why.")
                : HealthCheckResult.Healthy());
}
