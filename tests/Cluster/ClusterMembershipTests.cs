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
        return [("Membership", "Redis"), ("Redis", _redis.ConnectionString)];
    }

    protected override async Task Stop()
    {
        await base.Stop();
        await _redis!.DisposeAsync();
    }
}

/// <summary>The same through PostgreSQL.</summary>
public sealed class PostgresClusterTests(Databases databases) : ClusterContract
{
    private protected override async Task<IReadOnlyList<(string Name, string Value)>> Membership() =>
        [("Membership", "PostgreSql"), ("ConnectionString", await databases.New())];
}
