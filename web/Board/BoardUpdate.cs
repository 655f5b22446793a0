using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Policies;

namespace CapacityBoard.Board;

/// <summary>A locality's board, or what changed of it. Rows are always whole, so applying an update twice does no harm.</summary>
/// <param name="From">The version that these changes follow; 0 if this is the whole board.</param>
/// <param name="Version">
/// The journal position of the last event included. If only time changed rows, it equals <paramref name="From"/>.
/// </param>
/// <param name="At">The time of the figures.</param>
/// <param name="Rows">
/// Rows of sites on the board. Changes also include the rows of sites that have closed, marked so; a whole board does not.
/// </param>
/// <param name="Policy">The locality's policy behind the figures and their wording.</param>
public sealed record BoardUpdate(
    string Locality, long From, long Version, DateTimeOffset At, ImmutableArray<BoardRow> Rows, BoardTotals Totals, LocalityPolicy Policy)
{
    /// <summary>If set, anything recorded since may be missing, because the answering server lags behind the journal.</summary>
    public DateTimeOffset? BehindSince { get; init; }

    /// <summary>The whole board as it was at the push before; null for what does not follow one, as an answer to a screen.</summary>
    [JsonIgnore]
    public BoardUpdate? Follows { get; init; }

    /// <summary>The same board with counts and ages only, without free text, its authors and phone numbers.</summary>
    public BoardUpdate CountsOnly() => this with { Rows = [.. Rows.Select(row => row.CountsOnly())] };
}
