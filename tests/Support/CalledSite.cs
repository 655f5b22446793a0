using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>A site and the client by which the web code calls it.</summary>
public sealed record CalledSite(ISiteClient Sites, SiteKind Kind, SiteKey Key)
{
    public static CalledSite Home(IServiceProvider services, int number = 1) =>
        new(services.GetRequiredService<ISiteClient>(), SiteKind.CareHome, HomeRequests.Home(number));

    public static CalledSite Ward(IServiceProvider services, SiteKey key) => new(services.GetRequiredService<ISiteClient>(), SiteKind.Ward, key);

    public Task<Outcome> Execute(SiteRequest request) => Sites.Execute(Kind, Key, request);

    public Task<Site> Read() => Sites.Read(Kind, Key);
}
