namespace CapacityBoard.Cluster;

/// <summary>Where this process has its grains, for <c>/health</c> and for code that must wait until they can be called.</summary>
/// <param name="role">This process's role in its cluster; null if there is no cluster.</param>
/// <param name="cluster">The cluster's ID; null if there is no cluster.</param>
/// <param name="ready">False if the grains cannot be called before <see cref="Open"/>.</param>
public sealed class GrainHosting(string? role = null, string? cluster = null, bool ready = true)
{
    private volatile bool _isReady = ready;

    public string? Role => role;

    public string? Cluster => cluster;

    /// <summary>True once grains can be called. It stays true: if the cluster is lost later, each call looks for it.</summary>
    public bool IsReady => _isReady;

    internal void Open() => _isReady = true;

    /// <exception cref="GrainsUnavailableException">The grains cannot be called yet.</exception>
    public void RequireReady()
    {
        if (!_isReady)
        {
            throw NotNow();
        }
    }

    internal static GrainsUnavailableException NotNow() => new("This server is starting or stopping. Try again in a few seconds.");
}
