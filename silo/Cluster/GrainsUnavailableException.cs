namespace CapacityBoard.Cluster;

/// <summary>
/// The grains cannot be reached now, or what they need to run is missing. The message says why and what to do, for a
/// person. A command that fails with it may have been done: sent again under its operation id, it is done once.
/// </summary>
public sealed class GrainsUnavailableException : Exception
{
    public GrainsUnavailableException()
    {
    }

    public GrainsUnavailableException(string message)
        : base(message)
    {
    }

    public GrainsUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
