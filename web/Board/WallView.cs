using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A locality's board as a wall screen shows it. The page's script builds it by the same rules.</summary>
/// <param name="Types">The beds and packages that people leave hospital for; ward beds are under their hospital.</param>
/// <param name="Free">Beds available now according to figures that are not stale, most first.</param>
public sealed record WallView(ImmutableArray<TypeTotal> Types, ImmutableArray<FreeBeds> Free, ImmutableArray<HospitalTotal> Hospitals)
{
    private const int MostInOneRow = 6;

    private static readonly ImmutableArray<BedType> OnWards = BedTypes.Of(SiteKind.Ward);

    /// <summary>The number of columns for the types: one row if they fit, otherwise two rows of equal length.</summary>
    public int Columns => Types.Length <= MostInOneRow ? Math.Max(1, Types.Length) : (Types.Length + 1) / 2;

    public static WallView Of(BoardUpdate board) => new(
        [.. board.Totals.Types.Where(total => !OnWards.Contains(total.Type))],
        [
            .. board.Rows.Where(row => row.Kind != SiteKind.Ward && row.Freshness is Freshness.Fresh or Freshness.Ageing)
                .SelectMany(row => row.Lines, (row, line) => new FreeBeds(row.Site, row.Name, line.Type, line.Available, row.Declared!.At))
                .Where(free => free.Available > 0)
                .OrderByDescending(free => free.Available).ThenBy(free => free.Name, StringComparer.Ordinal).ThenBy(free => free.Type),
        ],
        board.Totals.Hospitals);
}

/// <summary>Beds of one type available at one site.</summary>
/// <param name="Declared">When the site last declared or confirmed them.</param>
public sealed record FreeBeds(SiteKey Site, string Name, BedType Type, int Available, DateTimeOffset Declared);
