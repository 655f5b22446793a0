using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace CapacityBoard.Cluster;

/// <summary>Calls that are made again where the way to the grain fails.</summary>
public sealed class SiteCallsTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly GrainHosting _hosting = new(ready: false);
    private readonly ServiceProvider _services;
    private readonly SiteRequest _request = HomeRequests.Hold("hold-1");

    public SiteCallsTests()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(_hosting).AddSingleton(Options.Create(new SiloClusterOptions()));
        services.AddSingleton<TimeProvider>(_clock).AddKeyedSingleton<TimeProvider>(KeyedService.AnyKey, _clock);
        services.AddSiteCalls();
        _services = services.BuildServiceProvider();
        _hosting.Open();
    }

    private SiteCalls Calls => _services.GetRequiredService<SiteCalls>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task GivenTheWayIsOpen_WhenCalled_ThenOnceAndWithoutAPause()
    {
        var call = Script();

        await Calls.Invoke(call);

        call.Result.ShouldBe(new Outcome(1));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task GivenTheWayFailedTwice_WhenCalled_ThenMadeAgainWithTheSameCommandUntilAnswered(bool clearsItsRequest)
    {
        var call = Script(clearsItsRequest, new SiloUnavailableException(), new TimeoutException());
        var answered = Calls.Invoke(call);

        await Pauses(answered);

        await answered;
        call.Result.ShouldBe(new Outcome(3));
        call.Asked.Count.ShouldBe(3);
        call.Asked.ShouldAllBe(asked => asked!.Operation == _request.Operation && asked.Command == _request.Command);
    }

    [Fact]
    public async Task GivenTheWayFails_WhenCalled_ThenEachPauseIsLongerUpToASecond()
    {
        var call = Script(false, [.. Enumerable.Range(0, 7).Select(_ => new SiloUnavailableException())]);
        var answered = Calls.Invoke(call);

        (await Pauses(answered)).ShouldBe([0.1, 0.2, 0.4, 0.8, 1, 1, 1]);

        await answered;
    }

    [Fact]
    public async Task GivenTheWayStaysClosed_WhenCalled_ThenGivenUpWithinFifteenSecondsWithAWordForAPerson()
    {
        var call = Script(false, [.. Enumerable.Range(0, 1000).Select(_ => new SiloUnavailableException())]);
        var answered = Calls.Invoke(call);

        (await Pauses(answered)).Sum().ShouldBeInRange(14, 15);

        (await Should.ThrowAsync<GrainsUnavailableException>(() => answered)).InnerException.ShouldBeOfType<SiloUnavailableException>();
    }

    [Fact]
    public async Task GivenTheGrainFails_WhenCalled_ThenItsCallerIsToldAtOnce()
    {
        var call = Script(false, new JournalUnavailableException("The disk is full.", new TimeoutException()));

        (await Should.ThrowAsync<JournalUnavailableException>(() => Calls.Invoke(call))).Message.ShouldBe("The disk is full.");

        call.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenDrained_WhenCalled_ThenRefused()
    {
        await Calls.Drain();

        await Should.ThrowAsync<GrainsUnavailableException>(() => Calls.Invoke(Script()));
    }

    private ScriptedCall Script(bool clearsItsRequest = false, params Exception[] failures) =>
        new(_request, new(failures), clearsItsRequest) { Filter = Calls.Invoke };

    /// <summary>Lets the time pass that a call waits for, until it ends; how many seconds each pause took.</summary>
    private async Task<List<double>> Pauses(Task call)
    {
        var pauses = new List<double>();
        while (true)
        {
            await Deadline.Until(() => Task.FromResult(call.IsCompleted || _clock.UntilNextTimer is not null), "the call ends or pauses");
            if (_clock.UntilNextTimer is not { } pause)
            {
                return pauses;
            }

            _clock.Advance(pause);
            pauses.Add(pause.TotalSeconds);
        }
    }
}
