using CapacityBoard.Interop.Mllp;
using CapacityBoard.Postcodes;

namespace CapacityBoard.Feeds;

internal static class FeedsSetup
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<HomeLocalities>();
        services.AddSingleton<KnownFeeds>();
        services.AddSingleton<AdtReader>();
        services.AddSingleton<FeedReceiver>();
        services.AddHostedService<FeedWatch>();
        MllpOptions.Add(services);
        services.AddSingleton<IMllpReceiver, MllpFeeds>();
        services.AddSingleton<MllpListener>();
        services.AddHostedService(provider => provider.GetRequiredService<MllpListener>());
    }
}
