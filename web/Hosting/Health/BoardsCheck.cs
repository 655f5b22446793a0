using CapacityBoard.Board;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Hosting.Health;

/// <summary>Whether this node's boards have what was recorded.</summary>
internal sealed class BoardsCheck(Boards boards) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !boards.CaughtUp.IsCompletedSuccessfully
            ? HealthCheckResult.Unhealthy($"The boards are still loading from the journal. They have {boards.Position} entries so far.")
            : boards.BehindSince is { } since
                ? HealthCheckResult.Unhealthy($"The boards may be missing changes since {since:O}. They are at entry {boards.Position}. The log says why.")
                : HealthCheckResult.Healthy());
}
