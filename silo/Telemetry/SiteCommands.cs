using CapacityBoard.Sites;

namespace CapacityBoard.Telemetry;

internal static class SiteCommands
{
    /// <summary>The command in a call to a site; null for every other call.</summary>
    public static SiteRequest? In(IGrainCallContext context) =>
        context.Grain is ISiteGrain && context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) as SiteRequest : null;
}
