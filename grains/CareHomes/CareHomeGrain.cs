using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Orleans.Runtime;

namespace CapacityBoard.CareHomes;

public sealed class CareHomeGrain(IGrainContext context, IJournal journal, TimeProvider clock) : IGrainBase, ICareHomeGrain
{
    private JournaledSite<CareHome>? _site;

    public IGrainContext GrainContext => context;

    private JournaledSite<CareHome> Site => _site ??= new(new(SiteKey.Parse(this.GetPrimaryKeyString())), CareHomeDecisions.Decide, journal, clock);

    public Task OnActivateAsync(CancellationToken token) => Site.Load(token);

    public Task<Outcome> Execute(SiteRequest request) => Site.Execute(request);

    public Task<CareHome> Read() => Site.Read();

    public async Task<Site> ReadSite() => await Site.Read();
}
