using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>One site on the board, as it stood at <see cref="BoardUpdate.At"/>.</summary>
/// <param name="Declared">The site's last declaration or confirmation: the age of every figure in the row, and whose they are.</param>
/// <param name="Suspended">The suspension of the whole site; null where there is none.</param>
/// <param name="People">Who is in, counted; null where the kind of site records no stays.</param>
/// <param name="Version">The journal's position of the site's last event.</param>
/// <param name="Closed">
/// Where given, the site is closed and off the board: whoever shows its row takes it away, and it has neither lines nor people.
/// </param>
/// <param name="UnreadableSince">Where given, something recorded then cannot be read by this server: the row has neither lines nor people.</param>
public sealed record BoardRow(
    SiteKey Site,
    SiteKind Kind,
    string Name,
    string? Hospital,
    string? Neighbourhood,
    string? Postcode,
    Position? Position,
    string? Telephone,
    CqcRating Rating,
    Freshness Freshness,
    Stamp? Declared,
    Suspended? Suspended,
    ImmutableArray<BoardLine> Lines,
    PeopleFigures? People,
    long Version,
    Closure? Closed = null,
    DateTimeOffset? UnreadableSince = null)
{
    /// <summary>The row without words, names and telephones; what is left out is null, or empty where there must be something.</summary>
    public BoardRow CountsOnly() => this with
    {
        Telephone = null,
        Declared = Declared?.WithoutName(),
        Suspended = Suspended?.WithoutWords(),
        Closed = Closed?.WithoutWords(),
        Lines = [.. Lines.Select(line => line.CountsOnly())],
    };
}

/// <summary>One bed line of a row, in whole beds (for home care: packages).</summary>
/// <param name="Available">Vacant and admittable now: total − occupied − closed − held; 0 under suspension.</param>
/// <param name="Expected">Further beds that the site expects to be free within 24 hours.</param>
/// <param name="Due">Expected beds whose time has passed, neither confirmed nor cancelled.</param>
/// <param name="Arriving">Held beds whose person is to arrive within 24 hours.</param>
/// <param name="VacantUnderSuspension">Beds that would be available were it not for a suspension.</param>
/// <param name="Suspended">The suspension that stops placements on this line, the whole site's included.</param>
/// <param name="Changed">Who last changed this line's own numbers.</param>
public sealed record BoardLine(
    BedType Type,
    int Total,
    int Occupied,
    int Closed,
    string? ClosedBecause,
    int Held,
    int Available,
    int Expected,
    int Due,
    int Arriving,
    int VacantUnderSuspension,
    Suspended? Suspended,
    Stamp Changed)
{
    /// <inheritdoc cref="BoardRow.CountsOnly"/>
    public BoardLine CountsOnly() => this with { ClosedBecause = null, Suspended = Suspended?.WithoutWords(), Changed = Changed.WithoutName() };
}

public sealed record Suspended(string Reason, DateTimeOffset? Until, Stamp Since)
{
    public Suspended WithoutWords() => this with { Reason = "", Since = Since.WithoutName() };
}
