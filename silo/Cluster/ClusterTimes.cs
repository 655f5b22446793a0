namespace CapacityBoard.Cluster;

/// <summary>Durations that silos and clients share.</summary>
internal static class ClusterTimes
{
    /// <summary>A machine that is gone does not even refuse a connection, while a live one answers at once.</summary>
    public static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(2);

    /// <summary>How long a deploy waits for requests in flight before it ends a process.</summary>
    public static readonly TimeSpan LongestShutdown = TimeSpan.FromSeconds(10);

    /// <summary>From a stopping silo's notice to its clients until it begins to stop: time for the notice to arrive and for earlier calls to be handled.</summary>
    public static readonly TimeSpan UntilClientsHaveTurnedAway = TimeSpan.FromSeconds(1);

    /// <summary>From a stopping silo's last call until it closes its connections.</summary>
    public static readonly TimeSpan UntilAnswersAreSent = TimeSpan.FromMilliseconds(500);

    /// <summary>How soon a client learns of silos that came or went. Orleans' default is a minute.</summary>
    public static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(5);

    /// <summary>The pause between a client's attempts to find its first silo.</summary>
    public static readonly TimeSpan BetweenConnects = TimeSpan.FromSeconds(1);

    /// <summary>The pause between log lines that say that there is no silo yet.</summary>
    public static readonly TimeSpan BetweenComplaints = TimeSpan.FromSeconds(30);
}
