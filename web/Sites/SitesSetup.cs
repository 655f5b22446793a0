using CapacityBoard.Commands;

namespace CapacityBoard.Sites;

internal static class SitesSetup
{
    /// <summary>Adds the reading of sites, and what their pages need.</summary>
    public static IServiceCollection AddSites(this IServiceCollection services) => services
        .AddSingleton<SiteReader>()
        .AddSingleton<SitePageServices>();
}
