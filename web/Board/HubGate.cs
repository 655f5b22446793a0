using CapacityBoard.Access;
using CapacityBoard.Access.Gate;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Hardening;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Board;

/// <summary>
/// Checks a hub method's rule at each call by what the caller may do at that time, since a connection may be hours old.
/// </summary>
internal sealed class HubGate(Callers callers, OpenScreens screens, Refusals refusals, IOptions<HardeningOptions> hardening, BoardMetrics metrics, TimeProvider clock) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        if (screens.Find(context.ConnectionId) is not { } screen || !screen.MayCall(hardening.Value.Limits.HubCalls, clock))
        {
            context.Abort();
            throw new HubException("Too many requests from this screen.");
        }

        if (await CallerIdentity.Find(context.User, callers, context.ConnectionAborted) is not { } caller)
        {
            context.Abort();
            throw new HubException("You are signed out.");
        }

        var rule = AccessTable.Find(EndpointName.OfHubMethod(invocationContext.Hub.GetType(), invocationContext.HubMethodName));
        var place = rule is null ? null : PlaceOf(rule, invocationContext);
        if (rule?.Allows(caller, place) != true)
        {
            metrics.Refused("forbidden");
            await refusals.Note(context.GetHttpContext()!, caller, place, invocationContext.HubMethodName);
            throw new HubException("You do not have permission to see that.");
        }

        screen.Caller = caller;
        return await next(invocationContext);
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (!screens.TryOpen(context.Context, hardening.Value.Limits.ScreensPerCaller))
        {
            context.Context.Abort();
            return;
        }

        await next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        screens.Close(context.Context.ConnectionId);
        return next(context, exception);
    }

    /// <summary>A hub method's first argument is its locality.</summary>
    private static Scope? PlaceOf(AccessRule rule, HubInvocationContext invocation) =>
        rule.At == AccessPlace.Anywhere ? null : Scope.TryParse(invocation.HubMethodArguments[0] as string, out var scope) ? scope : Scope.Everywhere;
}
