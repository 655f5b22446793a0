using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Stays;

namespace CapacityBoard.Board;

/// <summary>How many people wait for one type of place: the most suitable that their needs name, see <see cref="Stay.WaitsFor"/>.</summary>
/// <param name="Ready">Medically optimised.</param>
/// <param name="Soon">Not yet, and expected to leave within 24 hours.</param>
public readonly record struct WaitingFor(BedType Type, int Ready, int Soon)
{
    /// <summary>By type; without those for whom nobody waits.</summary>
    public static ImmutableArray<WaitingFor> Of(IEnumerable<Stay> people, DateTimeOffset now) => Sum(people
        .Where(stay => stay.WaitsFor is not null)
        .Select(stay => new WaitingFor(
            stay.WaitsFor!.Value, stay.Optimised is null ? 0 : 1, stay.Optimised is null && stay.IsExpectedToGoWithin24Hours(now) ? 1 : 0)));

    public static ImmutableArray<WaitingFor> Sum(IEnumerable<WaitingFor> counts) =>
    [
        .. counts.GroupBy(count => count.Type).OrderBy(type => type.Key)
            .Select(type => new WaitingFor(type.Key, type.Sum(count => count.Ready), type.Sum(count => count.Soon)))
            .Where(count => count.Ready + count.Soon > 0),
    ];
}
