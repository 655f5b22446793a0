namespace CapacityBoard.Sites;

/// <summary>A call reached its grain after its caller had stopped waiting. Nothing was recorded; it can be sent again.</summary>
public sealed class CallExpiredException : Exception
{
    public CallExpiredException()
        : this("The command arrived after its sender stopped waiting. Nothing was saved. Send it again. If this keeps happening, check that the servers' clocks agree.")
    {
    }

    public CallExpiredException(string message)
        : base(message)
    {
    }

    public CallExpiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
