namespace CapacityBoard.Sites;

/// <summary>
/// Until when a caller waits for its answer. It travels beside the call, in Orleans' <see cref="RequestContext"/>, so that a
/// process that was frozen with a command does not do, when it wakes, what another has refused meanwhile.
/// </summary>
/// <remarks>Compared with the machine's own clock: callers and grains need clocks that agree to a second or two.</remarks>
public static class CallDeadline
{
    private const string Key = "capacity-board.deadline";

    /// <summary>Sets it for the grain calls that follow in this asynchronous flow.</summary>
    public static void Set(DateTimeOffset until) => RequestContext.Set(Key, until.UtcTicks);

    /// <summary>Does nothing where the caller set no deadline.</summary>
    /// <exception cref="CallExpiredException">The caller has given up.</exception>
    public static void ThrowIfPassed(TimeProvider clock)
    {
        if (RequestContext.Get(Key) is long ticks && clock.GetUtcNow().UtcTicks > ticks)
        {
            throw new CallExpiredException();
        }
    }
}
