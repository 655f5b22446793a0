using CapacityBoard.Scenarios;
using CapacityBoard.Screens;

namespace CapacityBoard.Cluster;

/// <summary>
/// The board on this machine as it is run on many: PostgreSQL, and web nodes that share it. Everything listens on free
/// loopback ports and is stopped with the cluster.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private readonly TemporaryPlace _place = new();
    private readonly List<ServerProcess> _webs = [];
    private string _journal = "";

    private LocalCluster(PostgresServer postgres) => Postgres = postgres;

    public PostgresServer Postgres { get; }

    /// <summary>The journal's connection string.</summary>
    public string Journal => _journal;

    public IReadOnlyList<ServerProcess> Webs => _webs;

    public static async Task<LocalCluster> Start(int webs)
    {
        var cluster = new LocalCluster(await PostgresServer.Start());
        try
        {
            cluster._journal = await cluster.Postgres.CreateDatabase();
            cluster._webs.AddRange(await Task.WhenAll(Enumerable.Range(0, webs).Select(_ => ServerProcess.Start(cluster._place.Path, "--journal", cluster._journal))));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a web node that has ended at the address that it had, as its supervisor would.</summary>
    public async Task StartWebAgain(int web)
    {
        var before = _webs[web];
        _webs[web] = await ServerProcess.StartAt(before.Address, _place.Path, "--journal", _journal);
        await before.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_webs.Select(web => web.DisposeAsync().AsTask()));
        await Postgres.DisposeAsync();
        _place.Dispose();
    }
}
