namespace CapacityBoard.Cluster;

/// <summary>The role of a process in its cluster.</summary>
internal enum ClusterRole
{
    /// <summary>A web program that hosts grains.</summary>
    WebWithGrains,

    /// <summary>A web program that calls the grains of silos elsewhere.</summary>
    Client,

    /// <summary>The silo program.</summary>
    Silo,
}
