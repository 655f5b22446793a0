using System.Diagnostics;
using System.Reflection;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace CapacityBoard.Cluster;

/// <summary>
/// Every call of a site's grain from this process. Where the way to the grain fails, the call is made again: every
/// command carries an operation id, so that it is done once however often it arrives.
/// </summary>
internal sealed partial class SiteCalls(
    GrainHosting hosting,
    IOptions<SiloClusterOptions> options,
    [FromKeyedServices(TimeProviderNames.Messaging)] TimeProvider clock,
    TimeProvider domainClock,
    ILogger<SiteCalls> log) : IOutgoingGrainCallFilter
{
    /// <summary>Orleans fails a call whose silo is gone at once: without a pause the attempts would be over before the grain is back.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>True inside a repeated call, which comes through this filter again and is this one's to repeat.</summary>
    private static readonly AsyncLocal<bool> IsRepeated = new();

    private readonly CallsInFlight _inFlight = new();

    /// <summary>Refuses calls from now on and completes once those in flight are answered.</summary>
    public Task Drain() => _inFlight.Drain();

    /// <exception cref="GrainsUnavailableException">The grain could not be reached in the time that the settings allow.</exception>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.Grain is not ISiteGrain || IsRepeated.Value)
        {
            await context.Invoke();
            return;
        }

        hosting.RequireReady();
        if (!_inFlight.Enter())
        {
            throw GrainHosting.NotNow();
        }

        try
        {
            await InvokeUntilReached(context);
        }
        finally
        {
            _inFlight.Leave();
        }
    }

    private async Task InvokeUntilReached(IOutgoingGrainCallContext context)
    {
        // A grain of this process gets this very request and clears it when its turn is over, even where the caller
        // has given up before: so a repeated call is a new request, and its arguments are taken before the first is made.
        object?[] arguments = [.. Enumerable.Range(0, context.Request.GetArgumentCount()).Select(context.Request.GetArgument)];
        var begun = clock.GetTimestamp();
        var pause = ShortestPause;
        Limit(arguments, (request, index) => context.Request.SetArgument(index, request));
        Func<Task> attempt = context.Invoke;
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception failure) when (TransportFault.Is(failure))
            {
                await PauseOrGiveUp(context, failure, begun, pause);
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            Limit(arguments, arguments.SetValue);
            attempt = async () => context.Result = await CallAnew(context, arguments);
        }
    }

    /// <summary>Each attempt says until when it is waited for: a silo that was frozen with it must not do it after a later one was answered.</summary>
    private void Limit(object?[] arguments, Action<object, int> set)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index] is SiteRequest request)
            {
                set(request with { WaitsUntil = domainClock.GetUtcNow() + options.Value.ResponseTimeout }, index);
            }
        }
    }

    private async Task PauseOrGiveUp(IOutgoingGrainCallContext context, Exception failure, long begun, TimeSpan pause)
    {
        if (clock.GetElapsedTime(begun) + pause > options.Value.TryAgainFor)
        {
            LogGaveUp(failure, context.TargetId);
            throw new GrainsUnavailableException(
                "No server that holds this site can be reached at the moment. Try again in a few seconds: what was sent is done once, however often it is sent.",
                failure);
        }

        LogAgain(context.TargetId, failure.GetType().Name);
        await Task.Delay(pause, clock);
    }

    private static async Task<object?> CallAnew(IOutgoingGrainCallContext context, object?[] arguments)
    {
        IsRepeated.Value = true;
        var call = (Task)context.InterfaceMethod.Invoke(context.Grain, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await call;
        return call.GetType().GetProperty("Result")?.GetValue(call) ?? throw new UnreachableException("Every method of a site answers something.");
    }

    [LoggerMessage(LogLevel.Information, "A call of {Grain} did not reach it ({Failure}); it is made again")]
    private partial void LogAgain(GrainId grain, string failure);

    [LoggerMessage(LogLevel.Error, "A call of {Grain} did not reach it, however often it was made")]
    private partial void LogGaveUp(Exception exception, GrainId grain);
}
