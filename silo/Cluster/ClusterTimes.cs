namespace CapacityBoard.Cluster;

/// <summary>Durations that silos and clients share.</summary>
internal static class ClusterTimes
{
    /// <summary>A machine that is gone does not even refuse a connection; one that is there answers at once.</summary>
    public static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(2);

    /// <summary>What a deploy waits for requests in flight before a process is ended.</summary>
    public static readonly TimeSpan LongestShutdown = TimeSpan.FromSeconds(10);

    /// <summary>Between a stopping silo's word to its clients and its first step: the way there, and for what they sent before, its turn.</summary>
    public static readonly TimeSpan UntilClientsHaveTurnedAway = TimeSpan.FromSeconds(1);

    /// <summary>Between a stopping silo's last turn and the end of its connections.</summary>
    public static readonly TimeSpan UntilAnswersAreSent = TimeSpan.FromMilliseconds(500);

    /// <summary>How soon a client knows of silos that came or went. Orleans' default is a minute.</summary>
    public static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(5);

    /// <summary>Between two attempts of a client to find its first silo.</summary>
    public static readonly TimeSpan BetweenConnects = TimeSpan.FromSeconds(1);

    /// <summary>Between two lines of the log that say that there is no silo yet.</summary>
    public static readonly TimeSpan BetweenComplaints = TimeSpan.FromSeconds(30);
}
