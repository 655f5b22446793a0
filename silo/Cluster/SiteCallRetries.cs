using CapacityBoard.Sites;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace CapacityBoard.Cluster;

/// <summary>Retries calls that do not reach their grain, after pauses that grow from 100 ms to 1 s.</summary>
internal sealed partial class SiteCallRetries
{
    /// <summary>Orleans fails a call at once if its silo is gone: without a pause the attempts would be over before the grain is back.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private static readonly ResiliencePropertyKey<SiteKey> Site = new("site");
    private static readonly ResiliencePropertyKey<long> Begun = new("begun");

    private readonly TimeSpan _tryFor;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="tryFor">No attempt begins longer than this after the first.</param>
    public SiteCallRetries(TimeSpan tryFor, TimeProvider clock, ILogger log)
    {
        (_tryFor, _clock, _log) = (tryFor, clock, log);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = failed => ValueTask.FromResult(IsTriedAgain(failed)),
                DelayGenerator = failed => ValueTask.FromResult<TimeSpan?>(PauseAfter(failed.AttemptNumber)),
            })
            .Build();
    }

    /// <summary>Throws the last attempt's exception if all fail.</summary>
    public async Task<T> Run<T>(SiteKey site, Func<Task<T>> call)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false);
        context.Properties.Set(Site, site);
        context.Properties.Set(Begun, _clock.GetTimestamp());
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(static (_, call) => Attempt(call), context, call);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<Outcome<T>> Attempt<T>(Func<Task<T>> call)
    {
        try
        {
            return Polly.Outcome.FromResult(await call());
        }
        catch (Exception failure)
        {
            return Polly.Outcome.FromException<T>(failure);
        }
    }

    /// <param name="attempt">0 for the first.</param>
    private static TimeSpan PauseAfter(int attempt) => attempt > 3 ? LongestPause : ShortestPause * (1 << attempt);

    private bool IsTriedAgain(RetryPredicateArguments<object> failed)
    {
        if (failed.Outcome.Exception is not { } failure || !TransportFault.Is(failure))
        {
            return false;
        }

        var (site, begun) = (failed.Context.Properties.GetValue(Site, null!), failed.Context.Properties.GetValue(Begun, 0));
        if (_clock.GetElapsedTime(begun) + PauseAfter(failed.AttemptNumber) > _tryFor)
        {
            LogGaveUp(failure, site);
            return false;
        }

        LogAgain(site, failure.GetType().Name);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "A call of {Site} did not reach it ({Failure}); it is made again")]
    private partial void LogAgain(SiteKey site, string failure);

    [LoggerMessage(LogLevel.Error, "A call of {Site} did not reach it in any attempt; giving up")]
    private partial void LogGaveUp(Exception exception, SiteKey site);
}
