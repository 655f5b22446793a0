using Microsoft.AspNetCore.Authorization;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Every request must meet the rule that <see cref="AccessTable"/> has for its endpoint; without a rule it is refused. The
/// requirement handles itself, as the framework's pass-through handler supports; registering it as a handler too would run it
/// twice.
/// </summary>
internal sealed partial class AccessRequirement(ILogger<AccessRequirement> log) : AuthorizationHandler<AccessRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext http && Allows(http))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool Allows(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint || IsNoneOfOurs(endpoint))
        {
            return true;
        }

        var name = EndpointName.Of(endpoint, http.Request.Method);
        if (AccessTable.Find(name) is { } rule)
        {
            return rule.Allows(http);
        }

        LogUnnamed(name);
        return false;
    }

    /// <summary>True for the framework's own 405 and 415 endpoints, which do nothing else.</summary>
    private static bool IsNoneOfOurs(Endpoint endpoint) => endpoint is not RouteEndpoint && endpoint.Metadata.Count == 0;

    [LoggerMessage(LogLevel.Error, "The access table does not name {Endpoint}: nobody is let in")]
    private partial void LogUnnamed(string endpoint);
}
