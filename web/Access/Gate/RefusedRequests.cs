using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.Board;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Answers who may not: a program with a problem document, a person with the way to sign in where they have not, and with a
/// page that says so where they have.
/// </summary>
internal sealed class RefusedRequests : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        var status = context.Caller() is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        if (ApiServices.IsApi(context) || context.Request.Path.StartsWithSegments(BoardHub.Path) || context.Request.Path.StartsWithSegments("/openapi"))
        {
            return TypedResults.Problem(Problems.OfStatus(status)).ExecuteAsync(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && WayIn(context) is { } path)
        {
            context.Response.Redirect($"{context.Request.PathBase}{path}");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Where somebody goes who can be let in after that; null for whom there is no such way.</summary>
    private static string? WayIn(HttpContext context) => context.Caller() switch
    {
        null => SignInPath.ReturningTo(context.Request),
        { LacksSecondFactor: true } => SignInPath.Authenticator,
        _ => null,
    };
}
