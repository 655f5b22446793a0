using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace CapacityBoard.Cluster.Membership;

/// <summary>Where silos register and clients find them.</summary>
internal static class ClusterMembershipSetup
{
    /// <summary>The ADO.NET provider's name for PostgreSQL.</summary>
    private const string Invariant = "Npgsql";

    public static void UseMembership(this ISiloBuilder silo, SiloClusterOptions cluster) => _ = cluster.Membership switch
    {
        ClusterMembership.Redis => silo.UseRedisClustering(redis => redis.ConfigurationOptions = RedisOf(cluster)),
        ClusterMembership.PostgreSql => silo.UseAdoNetClustering(sql => (sql.Invariant, sql.ConnectionString) = (Invariant, cluster.ConnectionString)),
        _ => silo.UseDevelopmentClustering(primarySiloEndpoint: null),
    };

    public static void UseMembership(this IClientBuilder client, SiloClusterOptions cluster) => _ = cluster.Membership switch
    {
        ClusterMembership.Redis => client.UseRedisClustering(redis => redis.ConfigurationOptions = RedisOf(cluster)),
        ClusterMembership.PostgreSql => client.UseAdoNetClustering(sql => (sql.Invariant, sql.ConnectionString) = (Invariant, cluster.ConnectionString)),
        _ => throw new UnreachableException("Settings name no silo to call."),
    };

    /// <summary>Checks before a silo starts that the membership can be kept, so that a failure has a clear message.</summary>
    public static void AddMembershipCheck(this IServiceCollection services, SiloClusterOptions cluster)
    {
        if (cluster.Membership == ClusterMembership.Redis)
        {
            services.AddHostedService<RedisPersistenceCheck>();
        }
        else if (cluster.Membership == ClusterMembership.PostgreSql)
        {
            services.AddHostedService<PostgreSqlMembership>();
        }
    }

    /// <summary>Redis gets its own connection with the client's usual settings; it reconnects in the background.</summary>
    private static ConfigurationOptions RedisOf(SiloClusterOptions cluster) => ConfigurationOptions.Parse(cluster.Redis!);
}
