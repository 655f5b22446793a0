namespace CapacityBoard.Cluster;

/// <summary>
/// The grains cannot be reached now, or something they need to run is missing. The message tells a person why and what to
/// do. A command that fails with it may have been done; sent again under its operation ID, it is done only once.
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
