using System.Collections.Immutable;
using CapacityBoard.Beds;

namespace CapacityBoard.Board.Trends;

/// <summary>A locality's figures at the last noons, as lines.</summary>
/// <param name="Noons">In order of days; empty while they are not counted yet.</param>
/// <param name="LastDay">The last one in words: "Today".</param>
internal sealed record LocalityTrends(ImmutableArray<NoonFigures> Noons, string LastDay)
{
    public static LocalityTrends None { get; } = new([], "");

    public NoonTrend? MedicallyOptimised => Of(noon => noon.MedicallyOptimised);

    public NoonTrend? LongStays => Of(noon => noon.LongStays);

    /// <summary>What was available; null if too few days are known to draw.</summary>
    public NoonTrend? Available(BedType type) => Of(noon => noon.Available.TryGetValue(type, out var available) ? available : null);

    private NoonTrend? Of(Func<NoonFigures, int?> figure) => NoonTrend.Of([.. Noons.Select(figure)], LastDay);
}
