using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>The sums of a locality's rows.</summary>
public sealed record BoardTotals(ImmutableArray<TypeTotal> Types, ImmutableArray<HospitalTotal> Hospitals, SiteCounts Sites)
{
    /// <summary>
    /// The locality's own people at hospitals and units of other localities, most people first; empty as at a past time.
    /// </summary>
    public ImmutableArray<ElsewhereTotal> Elsewhere { get; init; } = [];

    /// <param name="elsewhere">For what the locality's own people elsewhere wait.</param>
    public static BoardTotals Of(IReadOnlyCollection<BoardRow> rows, IEnumerable<WaitingFor>? elsewhere = null) => new(
        TypesOf(rows.SelectMany(row => row.Lines, (row, line) => (row, line)).ToLookup(each => each.line.Type), WaitingFor.Sum(rows.SelectMany(row => row.Waiting).Concat(elsewhere ?? []))),
        [.. rows.Where(row => row.Kind == SiteKind.Ward).GroupBy(ward => ward.Site.Hospital!).OrderBy(wards => wards.Key, StringComparer.Ordinal)
            .Select(wards => HospitalTotal.Of(wards.Key, [.. wards]))],
        SiteCounts.Of(rows));

    /// <summary>The types of which there are any, or for which somebody waits.</summary>
    private static ImmutableArray<TypeTotal> TypesOf(ILookup<BedType, (BoardRow, BoardLine)> lines, ImmutableArray<WaitingFor> waiting) =>
    [
        .. lines.Select(type => type.Key).Union(waiting.Select(count => count.Type)).Order()
            .Select(type => TypeTotal.Of(type, [.. lines[type]], waiting.FirstOrDefault(count => count.Type == type))),
    ];
}

/// <summary>
/// One bed type over all sites of a locality, in whole beds. Stale sites' figures are never part of <paramref name="Available"/>
/// and <paramref name="Expected"/> but counted separately.
/// </summary>
/// <param name="StaleAvailable">Available beds according to stale figures.</param>
/// <param name="StaleExpected">Expected beds according to stale figures.</param>
/// <param name="VacantUnderSuspension">Vacant beds that are not admittable because of a suspension.</param>
/// <param name="OldestDeclared">The oldest declaration among the figures that count as available; null if there are none.</param>
public sealed record TypeTotal(
    BedType Type,
    int Sites,
    int Total,
    int Occupied,
    int Closed,
    int Held,
    int Available,
    int StaleAvailable,
    int Expected,
    int StaleExpected,
    int Due,
    int VacantUnderSuspension,
    DateTimeOffset? OldestDeclared)
{
    /// <summary>
    /// The locality's own people who are medically optimised and need such a place, wherever they are, also those for whom one is held;
    /// at a past time those in its own hospitals and units.
    /// </summary>
    public int Waiting { get; init; }

    /// <summary>Those who are not yet, and are expected to leave within 24 hours; of those in its own hospitals and units.</summary>
    public int WaitingSoon { get; init; }

    internal static TypeTotal Of(BedType type, IReadOnlyCollection<(BoardRow Row, BoardLine Line)> lines, WaitingFor waiting)
    {
        var stale = lines.Where(each => each.Row.Freshness == Freshness.Stale).ToList();
        var trusted = lines.Where(each => each.Row.Freshness != Freshness.Stale).ToList();
        return new(
            type,
            lines.Count,
            lines.Sum(each => each.Line.Total),
            lines.Sum(each => each.Line.Occupied),
            lines.Sum(each => each.Line.Closed),
            lines.Sum(each => each.Line.Held),
            trusted.Sum(each => each.Line.Available),
            stale.Sum(each => each.Line.Available),
            trusted.Sum(each => each.Line.Expected),
            stale.Sum(each => each.Line.Expected),
            lines.Sum(each => each.Line.Due),
            lines.Sum(each => each.Line.VacantUnderSuspension),
            trusted.Min(each => each.Row.Declared?.At))
        {
            Waiting = waiting.Ready,
            WaitingSoon = waiting.Soon,
        };
    }
}

/// <summary>
/// A hospital: the sums of its wards' beds and people. As in <see cref="TypeTotal"/>, beds not confirmed recently are counted
/// separately.
/// </summary>
/// <param name="Hospital">The hospital's part of its wards' keys.</param>
/// <param name="StaleWards">
/// Wards whose figures are stale, were never declared or cannot be shown; everything of theirs but available beds is in the sums.
/// </param>
/// <param name="StaleAvailable">Available beds according to stale figures, not included in <paramref name="Available"/>.</param>
/// <param name="OldestDeclared">The oldest of its wards' declarations; null if no ward has declared.</param>
public sealed record HospitalTotal(
    string Hospital,
    string Name,
    int Wards,
    int StaleWards,
    int Total,
    int Occupied,
    int Closed,
    int Held,
    int Available,
    int StaleAvailable,
    PeopleFigures People,
    DateTimeOffset? OldestDeclared)
{
    internal static HospitalTotal Of(string hospital, IReadOnlyCollection<BoardRow> wards)
    {
        var lines = wards.SelectMany(ward => ward.Lines).ToList();
        return new(
            hospital,
            wards.First().Hospital!,
            wards.Count,
            wards.Count(ward => ward.Freshness is Freshness.Stale or Freshness.NeverDeclared or Freshness.Unreadable),
            lines.Sum(line => line.Total),
            lines.Sum(line => line.Occupied),
            lines.Sum(line => line.Closed),
            lines.Sum(line => line.Held),
            AvailableOn(wards.Where(ward => ward.Freshness != Freshness.Stale)),
            AvailableOn(wards.Where(ward => ward.Freshness == Freshness.Stale)),
            wards.Aggregate(PeopleFigures.None, (sum, ward) => sum + (ward.People ?? PeopleFigures.None)),
            wards.Min(ward => ward.Declared?.At));
    }

    private static int AvailableOn(IEnumerable<BoardRow> wards) => wards.Sum(ward => ward.Lines.Sum(line => line.Available));
}

/// <summary>A locality's number of sites, by freshness.</summary>
public sealed record SiteCounts(int Sites, int Fresh, int Ageing, int Stale, int NeverDeclared, int Suspended, int Unreadable)
{
    internal static SiteCounts Of(IReadOnlyCollection<BoardRow> rows) => new(
        rows.Count,
        rows.Count(row => row.Freshness == Freshness.Fresh),
        rows.Count(row => row.Freshness == Freshness.Ageing),
        rows.Count(row => row.Freshness == Freshness.Stale),
        rows.Count(row => row.Freshness == Freshness.NeverDeclared),
        rows.Count(row => row.Suspended is not null),
        rows.Count(row => row.Freshness == Freshness.Unreadable));
}
