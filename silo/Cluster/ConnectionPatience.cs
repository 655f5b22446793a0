using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Cluster;

/// <summary>
/// A client that starts before the first silo looks for one every second until there is one, and says so in the log now
/// and then, so that silos and web nodes can be started in any order.
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

        await Task.Delay(ClusterTimes.BetweenConnects, clock, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "No silo can be reached yet ({Reason}); the grains are looked for every second")]
    private partial void LogWaiting(string reason);
}
