using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Orleans.Runtime;

namespace CapacityBoard.HomeCare;

public sealed class HomeCareProviderGrain(IGrainContext context, IJournal journal, TimeProvider clock) : IGrainBase, IHomeCareProviderGrain
{
    private JournaledSite<HomeCareProvider>? _site;

    public IGrainContext GrainContext => context;

    private JournaledSite<HomeCareProvider> Site => _site ??= new(new(SiteKey.Parse(this.GetPrimaryKeyString())), HomeCareProviderDecisions.Decide, journal, clock);

    public Task OnActivateAsync(CancellationToken token) => Site.Load(token);

    public Task<Outcome> Execute(SiteRequest request) => Site.Execute(request);

    public Task<HomeCareProvider> Read() => Site.Read();

    public async Task<Site> ReadSite() => await Site.Read();
}
