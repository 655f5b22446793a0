using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>The contract, kept by two silos that know each other through Redis, for a web program that hosts no grains.</summary>
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
public sealed class PostgresTlsClusterTests(Databases databases) : ClusterContract
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
