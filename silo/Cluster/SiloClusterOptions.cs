namespace CapacityBoard.Cluster;

/// <summary>
/// The cluster that this process belongs to. Bound from the configuration section <see cref="Section"/>. Every process of
/// a cluster has the same <see cref="Redis"/> or <see cref="ConnectionString"/>, <see cref="Id"/>, <see cref="ServiceId"/>
/// and <see cref="Authority"/>.
/// </summary>
public sealed class SiloClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Connection string of the Redis that keeps the membership, as <c>host:6379,password=…</c>. Default: none; PostgreSQL keeps it.</summary>
    public string? Redis { get; set; }

    /// <summary>Connection string of the PostgreSQL that keeps the membership. Default: <c>Journal:ConnectionString</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// True if a silo creates the membership's tables in PostgreSQL; false if an administrator has run the scripts that
    /// Orleans publishes. Default: true.
    /// </summary>
    public bool CreateSchema { get; set; } = true;

    /// <summary>
    /// The cluster's name. Two clusters that share a Redis or PostgreSQL need different names. With <see cref="Certificate"/> it
    /// is also the DNS name in every member's certificate. Default: <c>capacity-board</c>.
    /// </summary>
    public string Id { get; set; } = "capacity-board";

    /// <summary>The product's name in the cluster's store; it stays the same from version to version. Default: <c>capacity-board</c>.</summary>
    public string ServiceId { get; set; } = "capacity-board";

    /// <summary>The port at which silos talk to each other. Default: 11111; on the loopback address, another free port if that is taken.</summary>
    public int? SiloPort { get; set; }

    /// <summary>
    /// The port at which a silo takes calls from web programs that host no grains. Default: 30000 for the silo program (on the
    /// loopback address another free port if that is taken), none for a web program with its own grains.
    /// </summary>
    public int? GatewayPort { get; set; }

    /// <summary>
    /// The address or host name at which the other members reach this silo; it listens at no other. Default: localhost if the
    /// membership's store is on this machine, otherwise this machine's first address.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>
    /// PFX file with this member's certificate and private key, for TLS with the other members. Required for a silo that
    /// listens beyond the loopback address.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>Password of <see cref="Certificate"/>; null if the file has none.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>PEM file with the certificates of the authorities that issue the members' certificates. Required with <see cref="Certificate"/>.</summary>
    public string? Authority { get; set; }

    /// <summary>True if the web program hosts grains itself; false if it calls silos elsewhere. Default: true.</summary>
    public bool HostsGrains { get; set; } = true;

    /// <summary>
    /// How long one attempt at a call may take: 1 second to 1 minute. Default: 5 seconds. It is the only way to notice that
    /// the silo of a call was killed; a journal under load answers in a fraction of a second.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a call that does not reach its grain is retried; at most 5 minutes. Default: 15 seconds, by which time a killed
    /// or frozen silo has long been noticed. Including the last attempt, a caller waits at most 20 seconds.
    /// </summary>
    public TimeSpan TryAgainFor { get; set; } = TimeSpan.FromSeconds(15);

    internal ClusterMembership Membership =>
        !string.IsNullOrWhiteSpace(Redis) ? ClusterMembership.Redis
        : !string.IsNullOrWhiteSpace(ConnectionString) ? ClusterMembership.PostgreSql
        : ClusterMembership.Localhost;
}
