using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>How much of one caller's is worked on at the same time.</summary>
public sealed class RequestLimitsTests : IDisposable
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RequestLimits _limits = new(Options.Create(new HardeningOptions { Limits = { WorkedOnAtOnce = 2 } }), Telemetry.BoardMetrics.Unread);
    private int _begun;

    public void Dispose() => _limits.Dispose();

    [Fact]
    public async Task GivenMuchThatOneCallerAsksForAtOnce_ThenItWaitsForEachOtherAndNobodyElseDoes()
    {
        List<Task> asked =
        [
            Ask(CallerKind.Person, "GET", "/stockport/reports/beds"),
            Ask(CallerKind.Person, "POST", "/stockport/choices"),
            Ask(CallerKind.Person, "GET", "/stockport/reports/beds"),
            Ask(CallerKind.Person, "POST", "/import"),
        ];
        _begun.ShouldBe(2);
        asked.AddRange([Ask(CallerKind.Person, "GET", ProgramPaths.Hub), Ask(CallerKind.Wallboard, "GET", "/stockport/wall")]);
        _begun.ShouldBe(4);
        asked.AddRange([.. Enumerable.Range(0, 5).Select(_ => Ask(CallerKind.Key, "POST", "/api/localities/stockport/care-homes/the-limes/confirm-unchanged"))]);
        _begun.ShouldBe(9);
        asked.AddRange([.. Enumerable.Range(0, 5).Select(_ => Ask(CallerKind.Key, "POST", "/api/localities/stockport/imports"))]);
        _begun.ShouldBe(11);

        _answer.SetResult();
        await Task.WhenAll(asked);

        _begun.ShouldBe(asked.Count);
    }

    private Task Ask(CallerKind who, string method, string path)
    {
        var http = new DefaultHttpContext { Request = { Method = method, Path = path } };
        http.SetCaller(new(who, "id", "Somebody", "", []));
        return _limits.ByCaller(http, _ =>
        {
            Interlocked.Increment(ref _begun);
            return _answer.Task;
        });
    }
}
