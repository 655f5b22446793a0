using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>Which place a person is offered next.</summary>
internal static class PlaceToOffer
{
    /// <summary>One of a suitable type that they were not offered yet: preferred homes first, then those with a free bed. Null if there is none.</summary>
    public static (SiteKey Place, BedType Type)? For(Stay stay, IReadOnlyList<BedType> types, Scene scene, Random random)
    {
        var open = scene.Sites.Select(site => scene.Town.Find(site.Key))
            .Where(site => site.Kind != SiteKind.Ward && stay.Offers.All(offer => offer.Place != site.Key) && site.Capacity.Lines.Any(line => types.Contains(line.Type))).ToArray();
        random.Shuffle(open);
        return open.OrderBy(site => !stay.Plan!.Needs!.Wished.Contains(site.Key))
            .ThenBy(site => !site.Capacity.Lines.Any(line => types.Contains(line.Type) && site.Capacity.Available(line, scene.Now) > 0))
            .Select(site => ((SiteKey, BedType)?)(site.Key, types.First(type => site.Capacity.Line(type) is not null)))
            .FirstOrDefault();
    }
}
