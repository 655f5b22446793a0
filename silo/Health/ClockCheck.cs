using CapacityBoard.Journal.Postgres;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>
/// Whether this process's clock agrees with the database's. One that does not is worth a warning and no more: the process
/// records and shows all the same, and without it there would be fewer to do so. So it is healthy with a word to say: degraded,
/// it would be logged at every look.
/// </summary>
internal sealed class ClockCheck(DatabaseClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        HealthCheckResult.Healthy(clock.Latest is { IsOff: true } off ? $"{off.Words} Synchronise the clocks (NTP)." : null));
}
