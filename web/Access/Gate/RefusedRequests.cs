using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Writes the 401 or 403: problem JSON for API clients; for browsers, a redirect to sign in or, for people already signed in, a
/// page.
/// </summary>
internal sealed class RefusedRequests(Refusals refusals, BoardMetrics metrics) : IAuthorizationMiddlewareResultHandler
{
    /// <summary>Addresses used only by programs, besides the API.</summary>
    private static readonly string[] OfPrograms = [ProgramPaths.Hub, ProgramPaths.Description, TelemetrySetup.MetricsPath];

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded ? next(context) : Refuse(context);

    private async Task Refuse(HttpContext context)
    {
        await refusals.Note(context, RuleOf(context));
        var status = context.Caller() is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        metrics.Refused(context.Caller() is null ? "unknown" : "forbidden");
        if (ProgramPaths.IsApi(context) || OfPrograms.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            await TypedResults.Problem(Problems.OfStatus(status)).ExecuteAsync(context);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && WayIn(context) is { } path)
        {
            context.Response.Redirect($"{context.Request.PathBase}{path}");
            return;
        }

        context.Response.StatusCode = status;
    }

    private static AccessRule? RuleOf(HttpContext context) =>
        context.GetEndpoint() is { } endpoint ? AccessTable.Find(EndpointName.Of(endpoint, context.Request.Method)) : null;

    /// <summary>The page at which the caller can gain access; null if there is none.</summary>
    private static string? WayIn(HttpContext context) => context.Caller() switch
    {
        null => SignInPath.ReturningTo(context.Request),
        { LacksSecondFactor: true } => SignInPath.Authenticator,
        _ => null,
    };
}
