using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Cluster;

/// <summary>
/// Lets a client that starts before the first silo look for one every second and log this now and then, so that silos and
/// web nodes can start in any order.
/// </summary>
internal sealed partial class ConnectionPatience(
    [FromKeyedServices(TimeProviderNames.Messaging)] TimeProvider clock, ILogger<ConnectionPatience> log) : IClientConnectionRetryFilter
{
    private long? _lastComplaint;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (_lastComplaint is not { } last || clock.GetElapsedTime(last) >= ClusterTimes.BetweenComplaints)
        {
            _lastComplaint = clock.GetTimestamp();
            LogWaiting(exception.Message);
        }

        // Orleans asks again at once, without a pause of its own.
        await Task.Delay(ClusterTimes.BetweenConnects, clock, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "No silo can be reached yet ({Reason}); trying again every second")]
    private partial void LogWaiting(string reason);
}
