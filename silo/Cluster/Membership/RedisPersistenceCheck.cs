using CapacityBoard.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace CapacityBoard.Cluster.Membership;

/// <summary>
/// Refuses to start a silo on a Redis that does not persist its data. After a restart it would have forgotten the cluster,
/// and new silos would not see the ones still running.
/// </summary>
internal sealed class RedisPersistenceCheck(IOptions<SiloClusterOptions> options) : BeforeServing
{
    /// <exception cref="GrainsUnavailableException">Redis cannot be reached, or does not write its data to disk.</exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        var settings = ConfigurationOptions.Parse(options.Value.Redis!);
        settings.AllowAdmin = true;
        settings.ConnectRetry = 1;
        var place = string.Join(", ", settings.EndPoints.Select(Words));
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(settings);
            foreach (var server in redis.GetServers().Where(server => server.IsConnected && !server.IsReplica))
            {
                await RequirePersistence(server, place);
            }
        }
        catch (RedisException failure)
        {
            throw new GrainsUnavailableException(
                $"Redis at {place}, which keeps the cluster's membership, cannot be used: start it, or correct Cluster:Redis.", failure);
        }
    }

    private static async Task RequirePersistence(IServer server, string place)
    {
        var persistence = await server.InfoAsync("persistence");
        if (!persistence.SelectMany(section => section).Contains(new("aof_enabled", "1")))
        {
            throw new GrainsUnavailableException(
                $"Redis at {place} does not write its data to disk and would forget the cluster when it restarts: set 'appendonly yes' in its configuration and restart it.");
        }
    }

    private static string Words(System.Net.EndPoint place) => place is System.Net.DnsEndPoint name ? $"{name.Host}:{name.Port}" : $"{place}";
}
