using CapacityBoard.Journal.Postgres;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>
/// Checks that this process's clock agrees with the database's. A difference deserves no more than a warning: the process
/// still records and shows, and without it there would be fewer processes to do so. It is reported as healthy with a
/// description, because "degraded" would be logged at every check.
/// </summary>
internal sealed class ClockCheck(DatabaseClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        HealthCheckResult.Healthy(clock.Latest is { IsOff: true } off ? $"{off.Words} Synchronise the clocks (NTP)." : null));
}
