namespace CapacityBoard.Cluster;

/// <summary>Where a cluster keeps who belongs to it.</summary>
public enum ClusterMembership
{
    /// <summary>Nowhere: one silo, alone on this machine.</summary>
    Localhost,

    Redis,

    PostgreSql,
}
