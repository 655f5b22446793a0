using System.Collections.Immutable;
using CapacityBoard.History;

namespace CapacityBoard.Board;

internal static class PastBoard
{
    /// <summary>A locality's whole board as <see cref="LocalityBoard"/> made it at the time.</summary>
    public static BoardUpdate Board(this PastLocality past)
    {
        var rows = past.States.Values
            .Where(state => state.Site.Closed is null)
            .Select(state => RowBuilder.Build(state.Site, state.Site.Details!, state.Position, past.Policy, past.At))
            .ToImmutableArray();
        return new(past.Locality, 0, past.Version, past.At, rows, BoardTotals.Of(rows), past.Policy);
    }
}
