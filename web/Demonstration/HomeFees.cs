using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

/// <summary>What the demonstration's homes say they cost: most say it, a few ask for a top-up. Always the same for a home.</summary>
internal static class HomeFees
{
    /// <summary>Null for other kinds of site, and for a home that says nothing.</summary>
    public static StateFees? Of(Site site)
    {
        var number = site.Key.Value.Sum(letter => letter);
        if (site.Kind != SiteKind.CareHome || number % 5 == 0)
        {
            return null;
        }

        var isNursing = site.Capacity.Lines.Any(line => line.Type is BedType.GeneralNursing or BedType.DementiaNursing);
        var from = (isNursing ? 1100 : 900) + 10 * (number % 20);
        var asksTopUp = number % 6 == 0;
        return new(new(from, number % 3 == 0 ? from + 150 : null, asksTopUp, asksTopUp ? 40 + 5 * (number % 12) : null, number % 7 == 0 ? "More if two carers are needed at night" : null));
    }
}
