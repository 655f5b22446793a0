using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Support.Feeds;

/// <summary>Sites without Orleans: each decides on its own journalled state, as its grain does.</summary>
internal sealed class SitesInMemory(IJournal journal, TimeProvider clock) : ISiteClient
{
    private readonly Dictionary<SiteKey, JournaledSite<Site>> _sites = [];

    public async Task<Outcome> Execute(SiteKind kind, SiteKey key, SiteRequest request) => await (await Find(kind, key)).Execute(request);

    public async Task<Site> Read(SiteKind kind, SiteKey key) => await (await Find(kind, key)).Read();

    private async Task<JournaledSite<Site>> Find(SiteKind kind, SiteKey key)
    {
        if (!_sites.TryGetValue(key, out var site))
        {
            site = _sites[key] = new(Site.Empty(kind, key), journal, clock);
            await site.Load(CancellationToken.None);
        }

        return site;
    }
}
