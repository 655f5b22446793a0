using CapacityBoard.Sites;

namespace CapacityBoard.Cluster;

/// <summary>Refuses a call to a site if the caller has given up before its turn came.</summary>
internal sealed class CallDeadlineFilter(TimeProvider clock) : IIncomingGrainCallFilter
{
    /// <exception cref="CallExpiredException">The caller has given up.</exception>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is ISiteGrain)
        {
            CallDeadline.ThrowIfPassed(clock);
        }

        return context.Invoke();
    }
}
