using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>
/// The sites of a board that a filter shows, in its order. The page's script filters live changes by the same rules.
/// </summary>
/// <param name="Near">The place from which distances are measured; null if none was asked for or found.</param>
/// <param name="Unplaced">The number of sites left out only because their position is not known.</param>
public sealed record BoardView(ImmutableArray<ShownSite> Sites, Place? Near, int Unplaced)
{
    public static BoardView Of(IEnumerable<BoardRow> rows, BoardFilter filter, Place? near)
    {
        var matching = rows.Select(row => Show(row, filter, near)).OfType<ShownSite>().ToList();
        var within = near is null ? null : filter.Within;
        var shown = matching.Where(site => within is null || site.Kilometres <= within)
            .OrderBy(site => site.SortKey).ThenBy(site => site.NameKey, StringComparer.Ordinal);
        return new([.. shown], near, within is null ? 0 : matching.Count(site => site.Kilometres is null));
    }

    private static ShownSite? Show(BoardRow row, BoardFilter filter, Place? near)
    {
        var lines = filter.Type is { } type ? [.. row.Lines.Where(line => line.Type == type)] : row.Lines;
        if (!IsTrusted(row.Freshness, filter.Freshness)
            || (filter.Kind is { } kind && row.Kind != kind)
            || (filter.Neighbourhood is { } neighbourhood && row.Neighbourhood != neighbourhood)
            || (filter.Type is not null && lines.IsEmpty)
            || (filter.Available is { } when && !lines.Any(line => IsAvailable(line, when))))
        {
            return null;
        }

        var kilometres = near is null ? null : row.Position?.KilometresTo(near.Position);
        return new(row, lines, kilometres, SortKeyOf(row, lines, kilometres, filter.Order), NaturalOrder.KeyOf(row.Name)) { IsWithItsKind = filter.Order == BoardOrder.Kind };
    }

    private static bool IsTrusted(Freshness freshness, FreshnessNeeded? needed) => needed switch
    {
        FreshnessNeeded.Fresh => freshness == Freshness.Fresh,
        FreshnessNeeded.NotStale => freshness is Freshness.Fresh or Freshness.Ageing,
        FreshnessNeeded.ToChase => freshness is not (Freshness.Fresh or Freshness.Ageing),
        _ => true,
    };

    private static bool IsAvailable(BoardLine line, AvailableWhen when) =>
        line.Available + (when == AvailableWhen.Within24Hours ? line.Expected : 0) > 0;

    private static double SortKeyOf(BoardRow row, ImmutableArray<BoardLine> lines, double? kilometres, BoardOrder order) => order switch
    {
        BoardOrder.Available => -lines.Sum(line => line.Available),
        BoardOrder.Distance => kilometres ?? ShownSite.Last,
        BoardOrder.Age => row.Declared is { } declared ? -declared.At.ToUnixTimeMilliseconds() : ShownSite.Last,
        BoardOrder.Oldest => row.Declared?.At.ToUnixTimeMilliseconds() ?? -ShownSite.Last,
        _ => 0,
    };
}

/// <param name="Lines">The bed lines that match the filter.</param>
/// <param name="Kilometres">In a straight line; null if either position is not known.</param>
/// <param name="SortKey">The value sorted by; sites with equal keys are sorted by <paramref name="NameKey"/>.</param>
public sealed record ShownSite(BoardRow Row, ImmutableArray<BoardLine> Lines, double? Kilometres, double SortKey, string NameKey)
{
    /// <summary>True if it is listed with its own kind alone, so that its kind need not be said again.</summary>
    public bool IsWithItsKind { get; init; }

    /// <summary>True if nothing is or will be free here in 24 hours, and nothing is to be asked: the figures are recent and nothing is suspended.</summary>
    public bool IsFull => Row is { Suspended: null, Freshness: Freshness.Fresh or Freshness.Ageing }
        && Lines.All(line => line is { Available: 0, Expected: 0, Suspended: null });

    /// <summary>Sorts sites without a comparable value after all others.</summary>
    public const double Last = 1e15;
}
