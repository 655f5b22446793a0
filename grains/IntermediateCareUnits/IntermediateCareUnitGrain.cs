using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Orleans.Runtime;

namespace CapacityBoard.IntermediateCareUnits;

public sealed class IntermediateCareUnitGrain(IGrainContext context, IJournal journal, TimeProvider clock) : IGrainBase, IIntermediateCareUnitGrain
{
    private JournaledSite<IntermediateCareUnit>? _site;

    public IGrainContext GrainContext => context;

    private JournaledSite<IntermediateCareUnit> Site => _site ??= new(new(SiteKey.Parse(this.GetPrimaryKeyString())), IntermediateCareUnitDecisions.Decide, journal, clock);

    public Task OnActivateAsync(CancellationToken token) => Site.Load(token);

    public Task<Outcome> Execute(SiteRequest request) => Site.Execute(request);

    public Task<IntermediateCareUnit> Read() => Site.Read();

    public async Task<Site> ReadSite() => await Site.Read();
}
