using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>A Redis that forgets would leave silos that do not know of each other: no silo starts on one.</summary>
public sealed class RedisPersistenceTests
{
    [Fact]
    public async Task GivenRedisThatKeepsNothing_WhenASiloStarts_ThenItSaysWhatToSet()
    {
        await using var redis = await RedisServer.Start(isPersistent: false);

        (await StartFails(redis.ConnectionString)).ShouldBe(
            $"Redis at {redis.ConnectionString} does not write its data to disk and would forget the cluster when it restarts: "
            + "set 'appendonly yes' in its configuration and restart it.");
    }

    [Fact]
    public async Task GivenNoRedis_WhenASiloStarts_ThenItSaysSo()
    {
        var nowhere = $"127.0.0.1:{FreePort.Next()},connectTimeout=500,connectRetry=1";

        (await StartFails(nowhere)).ShouldEndWith("which keeps the cluster's membership, cannot be used: start it, or correct Cluster:Redis.");
    }

    private static async Task<string> StartFails(string redis) => (await Should.ThrowAsync<GrainsUnavailableException>(
        () => ClusterHosts.StartSilo(new InMemoryJournal(), new ManualTimeProvider(), ("Redis", redis)).Within("the start fails"))).Message;
}
