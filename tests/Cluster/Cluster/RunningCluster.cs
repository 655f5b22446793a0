using CapacityBoard.Faults;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Postgres;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Cluster;

/// <summary>One cluster for all fault tests; each leaves it whole.</summary>
public class RunningCluster : IAsyncLifetime
{
    /// <summary>Longer than a call is ever kept waiting inside, and shorter than a frozen node sleeps.</summary>
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(10);

    private readonly List<ApiUser> _users = [];
    private int _loads;

    internal RandomActs Acts { get; } = new(homes: 16, wards: 8);

    /// <summary>Null if they could not be started.</summary>
    public LocalCluster Nodes { get; private set; } = null!;

    protected virtual ClusterPlan Plan { get; } = new(Silos: 2, Webs: 2);

    public async ValueTask InitializeAsync()
    {
        Nodes = await LocalCluster.Start(Plan);
        _users.AddRange(Nodes.Webs.Select(web => new ApiUser(Client(web.Address))));
        await Acts.RegisterSites(_users[0]);
    }

    public async ValueTask DisposeAsync()
    {
        _users.ForEach(user => user.Http.Dispose());
        await (Nodes?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Does something to the cluster while people use it and screens watch it, and then looks whether anything was lost,
    /// doubled or shown wrongly.
    /// </summary>
    /// <param name="fault">Ends once the cluster is whole again.</param>
    internal async Task<LoadReport> Under(Func<Task> fault)
    {
        await Nodes.StartAgainWhatHasEnded();
        var addresses = Nodes.Webs.Select(web => web.Address).ToList();
        await using var first = new ReturningScreen(addresses, 0);
        await using var second = new ReturningScreen(addresses, 1);
        await using var load = new SteadyLoad(Acts, _users, seed: ++_loads);
        load.Start();
        await load.UntilMoreAreAnswered(2 * SteadyLoad.ActsPerSecond);
        await fault();
        await load.UntilMoreAreAnswered(2 * SteadyLoad.ActsPerSecond);
        var report = await load.Stop();
        await ShouldBeRight(first, second);
        return report;
    }

    private async Task ShouldBeRight(params ReturningScreen[] screens)
    {
        var entries = await ReadJournal();
        entries.ShouldHold(Acts.Answers);
        entries.ShouldAddUp();
        foreach (var user in _users)
        {
            await Deadline.Until(async () => (await user.ReadBoard()).Version == entries[^1].Position, "every node has folded the last entry");
            var served = await user.ReadBoard();
            BoardCopy.Of(served).ShouldShow(entries.Fold(served.At));
        }

        foreach (var screen in screens)
        {
            await screen.ShouldShow(entries[^1].Position, entries.Fold);
        }
    }

    private async Task<IReadOnlyList<JournalEntry>> ReadJournal()
    {
        await using var source = PostgresConnections.Open(Nodes.Journal);
        await using var journal = new PostgresJournal(source, NullLogger<PostgresJournal>.Instance);
        return await journal.ReadFrom(0, int.MaxValue);
    }

    private static HttpClient Client(Uri node)
    {
        var client = MachineKey.Client(node);
        client.Timeout = LongestTry;
        return client;
    }
}
