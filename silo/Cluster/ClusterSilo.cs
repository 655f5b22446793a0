using CapacityBoard.Cluster.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>A silo, in the web program or on its own. Grains keep nothing in Orleans' storage: the journal is the truth.</summary>
internal static class ClusterSilo
{
    private const int CollectionsInACollectionAge = 15;

    public static void AddSilo(this IHostApplicationBuilder builder, SiloClusterOptions cluster, ClusterRole role)
    {
        var tls = ClusterTls.Read(cluster);
        builder.Services.AddMembershipCheck(cluster);
        builder.UseOrleans(silo =>
        {
            silo.UseMembership(cluster);
            if (tls is not null)
            {
                silo.UseTls(tls.Configure);
            }

            silo.Services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.ServiceId));
            silo.Services.ListenAt(new SiloEndpoint(cluster, role));
            silo.Services.Configure<SiloMessagingOptions>(options =>
            {
                options.ResponseTimeout = cluster.ResponseTimeout;
                if (cluster.Membership != ClusterMembership.Localhost)
                {
                    LeaveInGoodOrder(options);
                }
            });
            silo.Services.Configure<ClusterMembershipOptions>(NoticeDeadSilosSoon);
            silo.Services.Configure<ConnectionOptions>(options => options.OpenConnectionTimeout = ClusterTimes.LongestConnect);
            silo.Services.AddOptions<GrainCollectionOptions>().Configure<IOptions<GrainOptions>>(CollectIdle);
            SpreadSites(silo.Services);
            silo.AddIncomingGrainCallFilter<CallDeadlineFilter>();
        });
    }

    /// <summary>
    /// With Orleans' defaults a silo that was killed is noticed after 12 to 20 seconds. With a probe a second and three
    /// missed it takes about three; a probe may wait two seconds at most, so that one that is frozen, whose connection
    /// stays open, takes about six. A silo that was declared dead and wakes learns it from the membership within
    /// <see cref="ClusterMembershipOptions.TableRefreshTimeout"/>, ends its process at once, and is started again by its
    /// supervisor.
    /// </summary>
    private static void NoticeDeadSilosSoon(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 3;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);

        // A whole cluster that lost its power leaves silos behind that look alive: with these, a first silo that comes
        // back takes them for stale after 15 seconds, not 90, and never waits five minutes for one that will not answer.
        // Orleans also declares a silo dead, itself included, that takes longer than the second to become active.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(1);
    }

    /// <summary>
    /// A silo that stops tells its clients to send to others, and by default goes on at once: what they had sent it, and
    /// what it had answered, would be lost, and be noticed only after the response timeout.
    /// </summary>
    private static void LeaveInGoodOrder(SiloMessagingOptions options)
    {
        options.ClientGatewayShutdownNotificationTimeout = ClusterTimes.UntilClientsHaveTurnedAway;
        options.WaitForMessageToBeQueuedForOutboundTime = ClusterTimes.UntilAnswersAreSent;
    }

    /// <summary>
    /// A site is placed on any silo, by chance. Orleans' default prefers the silo that is asked, and placement by the
    /// number of grains knows the numbers only as of the last second, and none of a silo that has just started: the most
    /// sites are placed in a burst after a start or a loss, and would land on one silo.
    /// </summary>
    private static void SpreadSites(IServiceCollection services) => services.AddSingleton<PlacementStrategy, RandomPlacement>();

    private static void CollectIdle(GrainCollectionOptions options, IOptions<GrainOptions> grains)
    {
        var quantum = grains.Value.CollectionAge / CollectionsInACollectionAge;
        options.CollectionAge = grains.Value.CollectionAge;
        options.CollectionQuantum = quantum < GrainCollectionOptions.DEFAULT_COLLECTION_QUANTUM ? quantum : GrainCollectionOptions.DEFAULT_COLLECTION_QUANTUM;
    }
}
