namespace CapacityBoard.Cluster;

/// <summary>
/// The cluster that this process belongs to. Bound from the configuration section <see cref="Section"/>; every process
/// of a cluster has the same <see cref="Membership"/>, <see cref="Id"/> and <see cref="ServiceId"/>.
/// </summary>
public sealed class SiloClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>
    /// Where the cluster keeps who belongs to it. Default: <see cref="ClusterMembership.Redis"/> where <see cref="Redis"/> is
    /// named, otherwise <see cref="ClusterMembership.Localhost"/>.
    /// </summary>
    public ClusterMembership? Membership { get; set; }

    /// <summary>Connection string of the Redis that keeps the membership, as <c>host:6379,password=…</c>. Needed for Redis.</summary>
    public string? Redis { get; set; }

    /// <summary>Connection string of the PostgreSQL that keeps the membership. Default: <c>Journal:ConnectionString</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Names the cluster. Two clusters that share a Redis or PostgreSQL need two names. Default: <c>capacity-board</c>.</summary>
    public string Id { get; set; } = "capacity-board";

    /// <summary>Names the product within the cluster's store; stays the same from version to version. Default: <c>capacity-board</c>.</summary>
    public string ServiceId { get; set; } = "capacity-board";

    /// <summary>
    /// The port at which silos talk to each other. Default: 11111; for a web program with its own grains on
    /// <see cref="ClusterMembership.Localhost"/>, which talks to nobody, any free one.
    /// </summary>
    public int? SiloPort { get; set; }

    /// <summary>
    /// The port at which a silo takes the calls of web programs that host no grains. Default: 30000 for the silo program;
    /// none for a web program with its own grains. On <see cref="ClusterMembership.Localhost"/> web programs call it there too.
    /// </summary>
    public int? GatewayPort { get; set; }

    /// <summary>The address or host name under which the others reach this silo. Default: this machine's first address; localhost on Localhost.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>True where the web program hosts grains itself; false where it calls silos elsewhere. Default: true.</summary>
    public bool HostsGrains { get; set; } = true;

    /// <summary>
    /// How long one attempt at a call may take; from 1 second to 1 minute. Default: 5 seconds. A call to a silo that was
    /// killed is noticed only by this; a journal under load answers in a fraction of a second.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For how long a call is tried again whose way to the grain failed; at most 5 minutes. Default: 15 seconds, in which
    /// a silo that was killed or froze has long been noticed. With the last attempt, a caller waits 20 seconds at most.
    /// </summary>
    public TimeSpan TryAgainFor { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>Where a cluster keeps who belongs to it.</summary>
public enum ClusterMembership
{
    /// <summary>Nowhere: one silo, on this machine.</summary>
    Localhost,

    Redis,

    PostgreSql,
}

/// <summary>What a process is in its cluster.</summary>
internal enum ClusterRole
{
    /// <summary>A web program that hosts grains.</summary>
    WebWithGrains,

    /// <summary>A web program that calls the grains of silos elsewhere.</summary>
    Client,

    /// <summary>The silo program.</summary>
    Silo,
}
