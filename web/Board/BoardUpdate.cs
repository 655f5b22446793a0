using System.Collections.Immutable;
using CapacityBoard.Policies;

namespace CapacityBoard.Board;

/// <summary>A locality's board, whole or what changed. Rows are always whole, so applying one twice does no harm.</summary>
/// <param name="From">The version that these changes follow; 0 where this is the whole board.</param>
/// <param name="Version">The journal's position of the last event in it. Time alone may change rows: then it equals <paramref name="From"/>.</param>
/// <param name="At">The instant that the figures are of.</param>
/// <param name="Rows">
/// Of sites that are on the board; among changes also those of sites that have closed, marked so. A whole board has none of a
/// closed site.
/// </param>
/// <param name="Policy">The locality's policy by which the figures are made, and by which to word them.</param>
public sealed record BoardUpdate(
    string Locality, long From, long Version, DateTimeOffset At, ImmutableArray<BoardRow> Rows, BoardTotals Totals, LocalityPolicy Policy)
{
    /// <summary>Where given, the board may lack what was recorded since: the server that answers lags behind the journal.</summary>
    public DateTimeOffset? BehindSince { get; init; }

    /// <summary>The same without what people wrote, who wrote it and telephones: all that stays is counts and ages.</summary>
    public BoardUpdate CountsOnly() => this with { Rows = [.. Rows.Select(row => row.CountsOnly())] };
}
