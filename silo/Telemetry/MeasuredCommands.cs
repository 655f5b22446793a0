using CapacityBoard.Sites;

namespace CapacityBoard.Telemetry;

/// <summary>Counts the commands that this process's grains answer, from any caller and any process.</summary>
internal sealed class MeasuredCommands(BoardMetrics metrics) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) =>
        SiteCommands.In(context) is { } request ? Measure(context, request.Command) : context.Invoke();

    private async Task Measure(IIncomingGrainCallContext context, SiteCommand command)
    {
        try
        {
            await context.Invoke();
        }
        catch
        {
            metrics.Commanded(command, null);
            throw;
        }

        metrics.Commanded(command, context.Result as Outcome);
    }
}
