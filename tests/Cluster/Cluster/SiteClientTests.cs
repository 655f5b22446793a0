using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

/// <summary>Calls that are made again where the way to the grain fails.</summary>
public sealed class SiteClientTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly SiteRequest _request = HomeRequests.Hold("hold-1");

    [Fact]
    public async Task GivenTheWayIsOpen_WhenCalled_ThenOnceAndWithoutAPause()
    {
        var home = new ScriptedHome();

        (await Execute(home)).ShouldBe(new Outcome(1));

        home.Asked.ShouldBe([_request]);
    }

    [Fact]
    public async Task GivenTheWayFailedTwice_WhenCalled_ThenMadeAgainWithTheSameCommandUntilAnswered()
    {
        var home = new ScriptedHome(new SiloUnavailableException(), new TimeoutException());
        var answered = Execute(home);

        await Pauses(answered);

        (await answered).ShouldBe(new Outcome(3));
        home.Asked.ShouldBe([_request, _request, _request]);
    }

    [Fact]
    public async Task GivenTheWayFailedOnce_WhenCalledAgain_ThenEachAttemptHasADeadlineOfItsOwn()
    {
        var home = new ScriptedHome(new TimeoutException());
        var begun = _clock.GetUtcNow();
        var answered = Execute(home);

        await Pauses(answered);

        await answered;
        home.Deadlines.ShouldBe([begun.AddSeconds(5).UtcTicks, begun.AddMilliseconds(5100).UtcTicks]);
        RequestContext.Get("capacity-board.deadline").ShouldBeNull();
    }

    [Fact]
    public async Task GivenTheWayFails_WhenCalled_ThenEachPauseIsLongerUpToASecond()
    {
        var answered = Execute(new(Enumerable.Range(0, 7).Select(_ => new SiloUnavailableException())));

        (await Pauses(answered)).ShouldBe([0.1, 0.2, 0.4, 0.8, 1, 1, 1]);

        await answered;
    }

    [Fact]
    public async Task GivenTheWayStaysClosed_WhenCalled_ThenGivenUpWithinFifteenSecondsWithAWordForAPerson()
    {
        var answered = Execute(new(Enumerable.Range(0, 1000).Select(_ => new SiloUnavailableException())));

        (await Pauses(answered)).Sum().ShouldBeInRange(14, 15);

        (await Should.ThrowAsync<GrainsUnavailableException>(() => answered)).InnerException.ShouldBeOfType<SiloUnavailableException>();
    }

    [Fact]
    public async Task GivenTheGrainFails_WhenCalled_ThenItsCallerIsToldAtOnce()
    {
        var home = new ScriptedHome(new JournalUnavailableException("The disk is full.", new TimeoutException()));

        (await Should.ThrowAsync<JournalUnavailableException>(() => Execute(home))).Message.ShouldBe("The disk is full.");

        home.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenTheCallCameTooLate_WhenCalled_ThenItsCallerIsToldThatNothingWasRecorded()
    {
        var failure = await Should.ThrowAsync<GrainsUnavailableException>(() => Execute(new(new CallExpiredException())));

        failure.Message.ShouldContain("Nothing was saved");
    }

    [Fact]
    public async Task GivenDrained_WhenCalled_ThenRefused()
    {
        var client = Client(new ScriptedHome());
        await client.Drain();

        await Should.ThrowAsync<GrainsUnavailableException>(() => client.Execute(SiteKind.CareHome, HomeRequests.Home(), _request));
    }

    [Fact]
    public async Task GivenNotYetReady_WhenCalled_ThenRefused()
    {
        var client = Client(new ScriptedHome(), new GrainHosting(ready: false));

        await Should.ThrowAsync<GrainsUnavailableException>(() => client.Execute(SiteKind.CareHome, HomeRequests.Home(), _request));
    }

    private Task<Outcome> Execute(ScriptedHome home) => Client(home).Execute(SiteKind.CareHome, HomeRequests.Home(), _request);

    private SiteClient Client(ScriptedHome home, GrainHosting? hosting = null) => new(
        home.Factory(), hosting ?? new(), Options.Create(new SiloClusterOptions()), _clock, _clock, NullLogger<SiteClient>.Instance);

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
