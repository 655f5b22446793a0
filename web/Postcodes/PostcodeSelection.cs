using CapacityBoard.Sites;

namespace CapacityBoard.Postcodes;

/// <summary>
/// What a board keeps of a directory: the middle of every sector and district, and every postcode of the districts around its
/// sites. A regional cut is kept whole, so that it can be imported before the first site.
/// </summary>
internal static class PostcodeSelection
{
    public static PostcodeDirectory Of(PostcodeTable postcodes, IEnumerable<string> ofSites, int mostKeptWhole = PostcodeLimits.MostKeptWhole)
    {
        var (sectors, districts) = (postcodes.Middles(PostcodeKey.SectorOf), postcodes.Middles(PostcodeKey.DistrictOf));
        if (postcodes.Count <= mostKeptWhole)
        {
            return new(postcodes, sectors, districts);
        }

        var around = Around(districts, ofSites);
        return new(postcodes.Where(key => around.Contains(PostcodeKey.DistrictOf(key))), sectors, districts);
    }

    private static HashSet<int> Around(PostcodeTable districts, IEnumerable<string> ofSites)
    {
        List<Position> middles = [.. ofSites.Select(text => PostcodeKey.Of(text)).OfType<int>().Select(PostcodeKey.DistrictOf).Distinct().Select(districts.Find).OfType<Position>()];
        var around = new HashSet<int>();
        foreach (var district in districts.Rows)
        {
            var position = district.Position;
            if (middles.Exists(middle => middle.KilometresTo(position) <= PostcodeLimits.AroundSitesInKilometres))
            {
                around.Add(district.Key);
            }
        }

        return around;
    }
}
