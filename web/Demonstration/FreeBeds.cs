using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

internal static class FreeBeds
{
    /// <summary>The label of the first empty bed.</summary>
    public static string FreeBed(this Site site)
    {
        var taken = site.Stays.All.Select(stay => stay.Bed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, 99).Select(number => number.ToString("00", CultureInfo.InvariantCulture)).First(label => !taken.Contains(label));
    }
}
