using CapacityBoard.Cluster;
using CapacityBoard.Support;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Runtime.Orleans.Membership;

public sealed class RedisPersistenceCheckTests
{
    [Fact]
    public async Task GivenRedisThatPersists_WhenChecked_ThenTheSiloMayStart()
    {
        await using var redis = await RedisServer.Start();

        await Check(redis.ConnectionString);
    }

    [Fact]
    public async Task GivenRedisThatForgets_WhenChecked_ThenSaysWhatToSet()
    {
        await using var redis = await RedisServer.Start(isPersistent: false);

        (await Should.ThrowAsync<GrainsUnavailableException>(() => Check(redis.ConnectionString))).Message.ShouldBe(
            $"Redis at {redis.ConnectionString} does not write its data to disk and would forget the cluster when it restarts: set 'appendonly yes' in its configuration and restart it.");
    }

    [Fact]
    public async Task GivenNoRedis_WhenChecked_ThenSaysWhereItWasSought()
    {
        var nobody = $"127.0.0.1:{FreePort.Next()}";

        (await Should.ThrowAsync<GrainsUnavailableException>(() => Check(nobody).Within("the check gives up"))).Message.ShouldBe(
            $"Redis at {nobody}, which keeps the cluster's membership, cannot be used: start it, or correct Cluster:Redis.");
    }

    private static Task Check(string redis) =>
        new RedisPersistenceCheck(Options.Create(new SiloClusterOptions { Redis = redis })).StartingAsync(CancellationToken.None);
}
