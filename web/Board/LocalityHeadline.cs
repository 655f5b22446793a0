using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>
/// A locality in a few numbers. Beds are those that people leave hospital for, in care homes and intermediate care, and not those
/// on wards.
/// </summary>
/// <param name="Stale">Sites whose figures are stale, cannot be shown or were never declared.</param>
public sealed record LocalityHeadline(
    string Locality, int BedsNow, int BedsExpected, int PackagesNow, int PackagesExpected, int StaleAvailable, int Optimised, int Sites, int Stale)
{
    private static readonly ImmutableArray<BedType> OnWards = BedTypes.Of(SiteKind.Ward);
    private static readonly ImmutableArray<BedType> AtHome = BedTypes.Of(SiteKind.HomeCareProvider);

    public static LocalityHeadline Of(BoardUpdate board)
    {
        var elsewhere = board.Totals.Types.Where(total => !OnWards.Contains(total.Type)).ToList();
        var packages = elsewhere.Where(total => AtHome.Contains(total.Type)).ToList();
        var beds = elsewhere.Except(packages).ToList();
        return new(
            board.Locality,
            beds.Sum(total => total.Available),
            beds.Sum(total => total.Expected),
            packages.Sum(total => total.Available),
            packages.Sum(total => total.Expected),
            elsewhere.Sum(total => total.StaleAvailable),
            board.Totals.Hospitals.Sum(hospital => hospital.People.MedicallyOptimised),
            board.Totals.Sites.Sites,
            board.Totals.Sites.Stale + board.Totals.Sites.NeverDeclared + board.Totals.Sites.Unreadable);
    }
}
