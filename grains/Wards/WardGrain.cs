using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Orleans.Runtime;

namespace CapacityBoard.Wards;

public sealed class WardGrain(IGrainContext context, IJournal journal, TimeProvider clock) : IGrainBase, IWardGrain
{
    private JournaledSite<Ward>? _site;

    public IGrainContext GrainContext => context;

    private JournaledSite<Ward> Site => _site ??= new(new(SiteKey.Parse(this.GetPrimaryKeyString())), WardDecisions.Decide, journal, clock);

    public Task OnActivateAsync(CancellationToken token) => Site.Load(token);

    public Task<Outcome> Execute(SiteRequest request) => Site.Execute(request);

    public Task<Ward> Read() => Site.Read();

    public async Task<Site> ReadSite() => await Site.Read();
}
