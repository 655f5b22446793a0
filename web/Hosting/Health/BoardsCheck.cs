using CapacityBoard.Projections;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Hosting.Health;

/// <summary>Checks that this node's boards include what was recorded.</summary>
internal sealed class BoardsCheck(FoldProgress progress) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !progress.CaughtUp.IsCompletedSuccessfully
            ? HealthCheckResult.Unhealthy($"The boards are still loading from the journal. They have {progress.Position} entries so far.")
            : progress.BehindSince is { } since
                ? HealthCheckResult.Unhealthy($"The boards may be missing changes since {since:O}. They are at entry {progress.Position}. The log says why.")
                : HealthCheckResult.Healthy());
}
