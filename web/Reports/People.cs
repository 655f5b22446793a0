using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

internal static class People
{
    /// <summary>How many different people there are: a reference is a hospital's or unit's own.</summary>
    public static int In(IEnumerable<Counted> counted) => counted.Select(each => (each.Place, each.Reference is { } reference ? StayReferences.Key(reference) : null)).Distinct().Count();
}
