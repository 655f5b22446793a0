using CapacityBoard.Journal;

namespace CapacityBoard.Sites;

/// <summary>The base of the grains of all kinds of site. All its state is in the journal, so a grain can be lost at any moment.</summary>
/// <param name="clock">The domain's clock, which tests set.</param>
public abstract class SiteGrain<TSite>(IGrainContext context, IJournal journal, TimeProvider clock, Func<SiteKey, TSite> empty) : IGrainBase, ISiteGrain
    where TSite : Site
{
    private JournaledSite<TSite>? _site;

    public IGrainContext GrainContext => context;

    /// <exception cref="FormatException">The grain's key is not a site's key.</exception>
    private JournaledSite<TSite> Site => _site ??= new(empty(SiteKey.Parse(this.GetPrimaryKeyString())), journal, clock);

    public Task OnActivateAsync(CancellationToken token) => Site.Load(token);

    public Task<Outcome> Execute(SiteRequest request) => Site.Execute(request);

    public async Task<Site> Read() => await Site.Read();
}
