using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>Two silos that know each other through Redis.</summary>
public sealed class RedisClusterTests : ClusterContract
{
    private RedisServer? _redis;

    private protected override async Task<IReadOnlyList<(string Name, string Value)>> Membership()
    {
        _redis = await RedisServer.Start();
        return [("Redis", _redis.ConnectionString)];
    }

    protected override async Task Stop()
    {
        await base.Stop();
        await _redis!.DisposeAsync();
    }
}

/// <summary>The same through PostgreSQL, with every call over TLS.</summary>
public sealed class PostgresTlsMembershipTests(Databases databases) : ClusterContract
{
    private readonly ClusterAuthority _authority = new();

    private protected override async Task<IReadOnlyList<(string Name, string Value)>> Membership() =>
        [("ConnectionString", await databases.New()), .. _authority.Member()];

    protected override async Task Stop()
    {
        await base.Stop();
        _authority.Dispose();
    }
}

/// <summary>The contract, kept by two silos for a web program that hosts no grains, with every call over TLS.</summary>
public sealed class PostgresTlsClusterTests(Databases databases) : SiteGrainContract
{
    private readonly ClusterAuthority _authority = new();
    private readonly ClusterOfTwo _cluster = new();

    private protected override async Task<IServiceProvider> Start(WatchedJournal journal, ManualTimeProvider clock) =>
        await _cluster.Start(journal, clock, [("ConnectionString", await databases.New()), .. _authority.Member()]);

    protected override async Task Stop()
    {
        await _cluster.Stop();
        _authority.Dispose();
    }

    protected override Task LetIdleGrainsLeaveMemory() => IdleGrains.Collect(Grains);
}
