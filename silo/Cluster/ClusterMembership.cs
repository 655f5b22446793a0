namespace CapacityBoard.Cluster;

/// <summary>Where a cluster keeps the list of its members.</summary>
public enum ClusterMembership
{
    /// <summary>Nowhere: there is one silo, alone on this machine.</summary>
    Localhost,

    Redis,

    PostgreSql,
}
