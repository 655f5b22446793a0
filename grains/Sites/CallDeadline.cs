namespace CapacityBoard.Sites;

/// <summary>
/// The time until which a caller waits for its answer. It travels with the call in Orleans' <see cref="RequestContext"/>.
/// Without it, a process that was frozen with a command would carry it out on waking, although another has refused it meanwhile.
/// </summary>
/// <remarks>Compared with the machine's own clock, so the clocks of callers and grains must agree to a second or two.</remarks>
public static class CallDeadline
{
    private const string Key = "capacity-board.deadline";

    /// <summary>Sets the deadline for the grain calls that follow in this asynchronous flow.</summary>
    public static void Set(DateTimeOffset until) => RequestContext.Set(Key, until.UtcTicks);

    /// <summary>Does nothing if the caller set no deadline.</summary>
    /// <exception cref="CallExpiredException">The caller has given up.</exception>
    public static void ThrowIfPassed(TimeProvider clock)
    {
        if (RequestContext.Get(Key) is long ticks && clock.GetUtcNow().UtcTicks > ticks)
        {
            throw new CallExpiredException();
        }
    }
}
