using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.History;

namespace CapacityBoard.Board.Trends;

/// <summary>What a locality's board said at one noon, by the board's own rules: what is stale, held or suspended is not available.</summary>
/// <param name="Available">By type; without a type that had stale figures only, since nobody knew then what was available.</param>
/// <param name="MedicallyOptimised">On all wards; null if there were none.</param>
/// <param name="LongStays">On all wards; null if there were none.</param>
internal sealed record NoonFigures(ImmutableDictionary<BedType, int> Available, int? MedicallyOptimised, int? LongStays)
{
    /// <summary>Null if the locality is unknown.</summary>
    public static async Task<NoonFigures?> Read(BoardHistory history, string locality, DateOnly day, CancellationToken token) =>
        await history.At(locality, LocalityNoons.NoonOf(day), token) is { } past ? Of(past.Board().Totals) : null;

    private static NoonFigures Of(BoardTotals totals) => new(
        totals.Types.Where(total => total.OldestDeclared is not null).ToImmutableDictionary(total => total.Type, total => total.Available),
        OnWards(totals, people => people.MedicallyOptimised),
        OnWards(totals, people => people.LongStays));

    private static int? OnWards(BoardTotals totals, Func<PeopleFigures, int> count) =>
        totals.Hospitals.IsEmpty ? null : totals.Hospitals.Sum(hospital => count(hospital.People));
}
