using System.Diagnostics;

namespace CapacityBoard.Telemetry;

/// <summary>Remembers the trace of each command sent to a grain. Added only if traces are exported.</summary>
internal sealed class TracedCalls(TracedOperations operations) : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (Activity.Current is { Recorded: true } current && SiteCommands.In(context) is { } request)
        {
            operations.Remember(request.Operation, current.Context);
        }

        return context.Invoke();
    }
}
