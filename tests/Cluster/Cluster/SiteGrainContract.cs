using CapacityBoard.CareHomes;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>What the product relies on, however its grains are hosted; shown on care homes with a real journal.</summary>
public abstract partial class SiteGrainContract : SiteGrainBench
{
    /// <summary>Makes Orleans drop every activation that nobody uses.</summary>
    protected abstract Task LetIdleGrainsLeaveMemory();

    [Fact]
    public async Task GivenManyCallsOfOneGrain_WhenMadeAtOnce_ThenItTakesOneTurnAtATime()
    {
        var home = await OpenHome(total: 1, occupied: 0);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => home.Execute(HomeRequests.Confirm()))))
            .Within("every confirmation is answered");

        outcomes.Select(outcome => outcome.Version).ShouldBe(Enumerable.Range(3, 200).Select(version => (long)version), ignoreOrder: true);
        Journal.Overlaps.ShouldBe(0);
        Journal.Loads.ShouldBe(1);
    }

    [Fact]
    public async Task GivenOneVacancy_WhenManyWantIt_ThenItIsPromisedOnce()
    {
        var home = await OpenHome(total: 1, occupied: 0);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => home.Execute(HomeRequests.Hold()))))
            .Within("every hold is answered");

        outcomes.Count(outcome => outcome.IsAccepted).ShouldBe(1);
        outcomes.Where(outcome => !outcome.IsAccepted).ShouldAllBe(outcome => outcome.Refusal!.Code == RefusalCode.NoVacancy);
    }

    [Fact]
    public async Task GivenAThousandGrains_WhenCalledAtOnce_ThenEachAnswersForItself()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async number =>
        {
            await Home(number).Execute(HomeRequests.Register());
            return await Home(number).Execute(HomeRequests.Declare(total: 1 + number % 7, occupied: 0));
        })).Within("every home is registered and declared");

        outcomes.ShouldAllBe(outcome => outcome.IsAccepted && outcome.Version == 2);
        (await Home(13).Read()).Capacity.Line(HomeRequests.Type)!.Total.ShouldBe(7);
        Journal.Loads.ShouldBe(1000);
        Journal.Overlaps.ShouldBe(0);
    }

    [Fact]
    public async Task GivenUnknownKey_WhenCalled_ThenTheCallerIsTold()
    {
        var failure = await Should.ThrowAsync<FormatException>(
            () => Grains.GetGrain<ICareHomeGrain>("Not A Site").Read().Within("the call fails"));

        failure.Message.ShouldContain("'Not A Site' is not a site");
    }

    [Fact]
    public async Task GivenCallerThatHasGivenUp_WhenItsTurnComes_ThenNothingIsRecorded()
    {
        var home = await OpenHome(total: 1, occupied: 0);
        CallDeadline.Set(Clock.GetUtcNow().AddTicks(-1));

        await Should.ThrowAsync<CallExpiredException>(
            () => Grains.GetGrain<ICareHomeGrain>(HomeRequests.Home().Value).Execute(HomeRequests.Hold("hold-1")).Within("the call fails"));

        (await Journal.LastPosition()).ShouldBe(2);
        (await home.Execute(HomeRequests.Hold("hold-1"))).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task GivenActivationFails_WhenCalledAgain_ThenItIsTriedAfresh()
    {
        Journal.FailLoads(times: 1);

        await Should.ThrowAsync<JournalUnavailableException>(() => Home().Execute(HomeRequests.Register()).Within("the first call fails"));

        (await Home().Execute(HomeRequests.Register()).Within("the second call is answered")).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task GivenCallerThatStopsWaiting_WhenItsCommandIsUnderWay_ThenItIsDoneOnceAndLaterCallsAreAnswered()
    {
        var home = await OpenHome(total: 2, occupied: 0);
        var (before, gate) = (Journal.Appends, new TaskCompletionSource());
        Journal.BeforeAppend = gate.Task;
        using var patience = new CancellationTokenSource();
        var abandoned = home.Execute(HomeRequests.Hold("hold-1")).WaitAsync(patience.Token);
        await Deadline.Until(() => Task.FromResult(Journal.Appends > before), "the command is under way");

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => abandoned);
        var other = home.Execute(HomeRequests.Hold("hold-2"));
        gate.SetResult();

        (await other.Within("another caller is answered")).IsAccepted.ShouldBeTrue();
        (await home.Execute(HomeRequests.Hold("hold-1"))).IsAccepted.ShouldBeTrue();
        (await home.Read()).Capacity.Holds.Select(hold => hold.Id).ShouldBe(["hold-1", "hold-2"]);
    }
}
