using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>A deploy: a silo is asked to stop while its sites are busy.</summary>
public sealed class TwoSilosTests : IAsyncLifetime
{
    private const int Homes = 200;

    private readonly WatchedJournal _journal = new(new InMemoryJournal());
    private TwoSilos _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await TwoSilos.Start(_journal, TimeProvider.System);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task GivenCommandsUnderWay_WhenASiloStops_ThenEachIsDoneOnceAndNobodyWaitsForATimeout()
    {
        await Open();
        using var stopped = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(() => Confirm(caller, stopped.Token))).ToList();
        await Deadline.Until(() => Task.FromResult(_journal.Appends > (2 * Homes) + 100), "commands are under way");

        await _cluster.First.StopAsync().Within("the silo has stopped");
        await stopped.CancelAsync();

        var done = await Task.WhenAll(callers).Within("every command is answered, none by its timeout");
        (await _journal.LastPosition()).ShouldBe((2 * Homes) + done.Sum());
    }

    /// <summary>One caller of eight, each with sites of its own; how many commands were answered.</summary>
    private async Task<int> Confirm(int caller, CancellationToken until)
    {
        var count = 0;
        do
        {
            (await _cluster.Home((caller + (count * 8)) % Homes).Execute(HomeRequests.Confirm())).IsAccepted.ShouldBeTrue();
            count++;
        }
        while (!until.IsCancellationRequested);
        return count;
    }

    /// <summary>Two events for each home.</summary>
    private async Task Open()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Homes).Select(async number =>
        {
            await _cluster.Home(number).Execute(HomeRequests.Register());
            return await _cluster.Home(number).Execute(HomeRequests.Declare(total: 10, occupied: 5));
        })).Within("every home is open");
        outcomes.ShouldAllBe(outcome => outcome.IsAccepted);
    }
}
