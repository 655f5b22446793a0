using CapacityBoard.CareHomes;
using CapacityBoard.HomeCare;
using CapacityBoard.IntermediateCareUnits;
using CapacityBoard.Wards;

namespace CapacityBoard.Sites;

public static class SiteGrains
{
    public static ISiteGrain GetSite(this IGrainFactory grains, SiteKind kind, SiteKey key) => kind switch
    {
        SiteKind.CareHome => grains.GetGrain<ICareHomeGrain>(key.Value),
        SiteKind.IntermediateCareUnit => grains.GetGrain<IIntermediateCareUnitGrain>(key.Value),
        SiteKind.Ward => grains.GetGrain<IWardGrain>(key.Value),
        _ => grains.GetGrain<IHomeCareProviderGrain>(key.Value),
    };
}
