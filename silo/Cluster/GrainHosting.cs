namespace CapacityBoard.Cluster;

/// <summary>Where this process has its grains, for <c>/health</c> and for whoever must wait until they can be called.</summary>
/// <param name="role">What this process is in its cluster; null where there is no cluster.</param>
/// <param name="cluster">The cluster's id; null where there is none.</param>
/// <param name="ready">False where the grains cannot be called before <see cref="Open"/>.</param>
public sealed class GrainHosting(string? role = null, string? cluster = null, bool ready = true)
{
    private volatile bool _isReady = ready;

    public string? Role => role;

    public string? Cluster => cluster;

    /// <summary>True once grains can be called. It stays true: a cluster that is lost later is looked for by each call.</summary>
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
