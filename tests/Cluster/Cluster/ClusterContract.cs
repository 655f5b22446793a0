using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>What two silos do for a web program that hosts no grains, wherever their membership stands.</summary>
public abstract class ClusterContract : SiteGrainBench
{
    private readonly ClusterOfTwo _cluster = new();

    /// <summary>How silos come to know each other.</summary>
    private protected abstract Task<IReadOnlyList<(string Name, string Value)>> Membership();

    private protected override async Task<IServiceProvider> Start(WatchedJournal journal, ManualTimeProvider clock) => await _cluster.Start(journal, clock, await Membership());

    protected override Task Stop() => _cluster.Stop();

    [Fact]
    public async Task GivenTwoSilos_WhenManySitesAreCalled_ThenEachHasItsShare()
    {
        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => Home(number).Read()));

        var statistics = await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        var shares = statistics.Where(each => each.GrainType.Contains("CapacityBoard", StringComparison.Ordinal)).CountBy(each => each.SiloAddress).ToList();

        shares.Count.ShouldBe(2);
        shares.ShouldAllBe(share => share.Value >= 50);
    }

    [Fact]
    public async Task GivenSiloStops_WhenItsSitesAreCalledMeanwhile_ThenEveryCallIsAnswered()
    {
        await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Home(number).Execute(HomeRequests.Register())));

        var stop = _cluster.StopHost("second");
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Home(number).Execute(HomeRequests.Declare(total: 5, occupied: 1))))
            .Within("all are answered");
        await stop;

        outcomes.ShouldAllBe(outcome => outcome.IsAccepted && outcome.Version == 2);
    }

    [Fact]
    public async Task GivenNoSiloIsLeft_WhenCalled_ThenGivesUpInTimeWithWhatToDoAndComesBackWithTheNextSilo()
    {
        await Home().Execute(HomeRequests.Register());
        await _cluster.StopHost("first");
        await _cluster.StopHost("second");

        var failure = await Should.ThrowAsync<GrainsUnavailableException>(() => Home().Read().Within("the call is given up"));
        failure.Message.ShouldStartWith("This site's server cannot be reached at the moment. Try again in a few seconds");

        await _cluster.StartSilo("third");
        await Deadline.Until(async () => await Answers(), "the client has found the new silo");
    }

    private async Task<bool> Answers()
    {
        try
        {
            return (await Home().Read()).Details is not null;
        }
        catch (GrainsUnavailableException)
        {
            return false;
        }
    }
}
