using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace CapacityBoard.Cluster;

/// <summary>The contract, kept by two silos for a web program that hosts no grains, and what a cluster does besides.</summary>
public abstract class ClusterContract : SiteGrainContract
{
    private readonly Dictionary<string, IHost> _hosts = [];
    private IReadOnlyList<(string Name, string Value)> _membership = [];

    /// <summary>How silos come to know each other.</summary>
    private protected abstract Task<IReadOnlyList<(string Name, string Value)>> Membership();

    private protected override async Task<IServiceProvider> Start(WatchedJournal journal, ManualTimeProvider clock)
    {
        _membership = [.. await Membership(), ("TryAgainFor", "00:00:03")];
        await StartSilo("first");
        await StartSilo("second");
        _hosts["web"] = await ClusterHosts.StartWeb(journal, clock, [.. _membership, ("HostsGrains", "false")]).Within("the client is connected");
        return _hosts["web"].Services;
    }

    /// <summary>The test is over and nobody calls any more: none of them need take its leave.</summary>
    protected override async Task Stop()
    {
        foreach (var host in _hosts.Values.Reverse())
        {
            await host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            host.Dispose();
        }
    }

    protected override Task LetIdleGrainsLeaveMemory() => IdleGrains.Collect(Grains);

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

        var stop = StopHost("second");
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Home(number).Execute(HomeRequests.Declare(total: 5, occupied: 1))))
            .Within("all are answered");
        await stop;

        outcomes.ShouldAllBe(outcome => outcome.IsAccepted && outcome.Version == 2);
    }

    [Fact]
    public async Task GivenNoSiloIsLeft_WhenCalled_ThenGivesUpInTimeWithWhatToDoAndComesBackWithTheNextSilo()
    {
        await Home().Execute(HomeRequests.Register());
        await StopHost("first");
        await StopHost("second");

        var failure = await Should.ThrowAsync<GrainsUnavailableException>(() => Home().Read().Within("the call is given up"));
        failure.Message.ShouldStartWith("No server that holds this site can be reached at the moment. Try again in a few seconds");

        await StartSilo("third");
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

    private async Task StartSilo(string name) => _hosts[name] = await ClusterHosts.StartSilo(
        Journal, Clock, [.. _membership, ("SiloPort", $"{FreePort.Next()}"), ("GatewayPort", $"{FreePort.Next()}")]).Within($"the {name} silo has started");

    private async Task StopHost(string name)
    {
        _hosts.Remove(name, out var host);
        await host!.StopAsync().Within($"{name} has stopped");
        host.Dispose();
    }
}
