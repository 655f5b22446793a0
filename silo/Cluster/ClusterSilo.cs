using CapacityBoard.Cluster.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>A silo, in the web program or on its own. Grains keep nothing in Orleans' storage, since all state is in the journal.</summary>
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
    /// With Orleans' defaults a killed silo is noticed after 12 to 20 seconds. With one probe a second and a limit of three
    /// missed probes it takes about three. A probe may wait at most two seconds, so a frozen silo, whose connection stays open,
    /// is noticed after about six. If a silo wakes after it was declared dead, it learns this from the membership within
    /// <see cref="ClusterMembershipOptions.TableRefreshTimeout"/>, ends its process at once, and its supervisor restarts it.
    /// </summary>
    private static void NoticeDeadSilosSoon(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 3;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);

        // When a whole cluster loses power, its silos still look alive in the membership. With these settings the first silo to
        // come back takes them for stale after 15 seconds instead of 90, and never waits five minutes for one that does not answer.
        // Orleans also declares a silo dead, even itself, that takes longer than the second setting to become active.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(1);
    }

    /// <summary>
    /// A stopping silo tells its clients to use other silos, and by default stops at once. Calls already sent to it and answers
    /// on their way would then be lost, and only the response timeout would reveal that.
    /// </summary>
    private static void LeaveInGoodOrder(SiloMessagingOptions options)
    {
        options.ClientGatewayShutdownNotificationTimeout = ClusterTimes.UntilClientsHaveTurnedAway;
        options.WaitForMessageToBeQueuedForOutboundTime = ClusterTimes.UntilAnswersAreSent;
    }

    /// <summary>
    /// Places sites on silos at random. Orleans' default prefers the silo that is asked. Placement by the number of grains uses
    /// counts up to a second old and has none for a silo that has just started. Most sites are placed in a burst after a start
    /// or a loss, so either way they would all land on one silo.
    /// </summary>
    private static void SpreadSites(IServiceCollection services) => services.AddSingleton<PlacementStrategy, RandomPlacement>();

    private static void CollectIdle(GrainCollectionOptions options, IOptions<GrainOptions> grains)
    {
        var quantum = grains.Value.CollectionAge / CollectionsInACollectionAge;
        options.CollectionAge = grains.Value.CollectionAge;
        options.CollectionQuantum = quantum < GrainCollectionOptions.DEFAULT_COLLECTION_QUANTUM ? quantum : GrainCollectionOptions.DEFAULT_COLLECTION_QUANTUM;
    }
}
