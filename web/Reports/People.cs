using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

internal static class People
{
    /// <summary>The number of different people, by place and reference, since references belong to a hospital or unit.</summary>
    public static int In(IEnumerable<Counted> counted) => counted.Select(each => (each.Place, each.Reference is { } reference ? StayReferences.Key(reference) : null)).Distinct().Count();
}
