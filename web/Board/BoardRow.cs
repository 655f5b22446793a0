using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>One site on the board as at <see cref="BoardUpdate.At"/>.</summary>
/// <param name="Declared">
/// The site's last declaration or confirmation, which dates every figure in the row and says who made it.
/// </param>
/// <param name="Suspended">The suspension of the whole site; null if there is none.</param>
/// <param name="People">Counts of the people who are in; null if this kind of site records no stays.</param>
/// <param name="Version">The journal position of the site's last event.</param>
/// <param name="Closed">
/// If set, the site is closed and off the board: viewers remove its row, which has no lines and no people.
/// </param>
/// <param name="UnreadableSince">
/// If set, this server cannot read something recorded then: the row has no lines and no people.
/// </param>
/// <param name="FiguresRequested">Who last asked the site for an update of its figures, and when; null if nobody has since it gave them.</param>
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
    DateTimeOffset? UnreadableSince = null,
    Stamp? FiguresRequested = null)
{
    /// <summary>True if somebody has to ask the site for its figures: they are stale, or it never gave any.</summary>
    [JsonIgnore]
    public bool IsToChase => Freshness is Freshness.Stale or Freshness.NeverDeclared;

    /// <summary>
    /// Of the people who are in and live in the locality, or whose home is not known: how many wait for which type of place. It is in the
    /// totals alone, since on a ward with few people it would say what one of them needs.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<WaitingFor> Waiting { get; init; } = [];

    /// <summary>A version since which the site's details have been what they are.</summary>
    [JsonIgnore]
    public long DetailsSince { get; private init; }

    /// <param name="shown">The row last made; null if this is the first. A site that was off the board is new to some screens.</param>
    internal BoardRow After(BoardRow? shown) => this with { DetailsSince = shown is { Closed: null } && Details == shown.Details ? shown.DetailsSince : Version };

    /// <summary>What a directory says of the site, as opposed to its figures.</summary>
    private (SiteKind, string, string?, string?, string?, Position?, string?, CqcRating) Details => (Kind, Name, Hospital, Neighbourhood, Postcode, Position, Telephone, Rating);

    /// <summary>
    /// The row without free text, names and phone numbers; what is left out is null, or empty where a value is required.
    /// </summary>
    public BoardRow CountsOnly() => this with
    {
        Telephone = null,
        Declared = Declared?.WithoutName(),
        FiguresRequested = null,
        Suspended = Suspended?.WithoutWords(),
        Closed = Closed?.WithoutWords(),
        Lines = [.. Lines.Select(line => line.CountsOnly())],
    };
}

/// <summary>One bed line of a row, in whole beds (for home care: packages).</summary>
/// <param name="Available">Vacant and admittable now: total − occupied − closed − held; 0 under suspension.</param>
/// <param name="Expected">More beds that the site expects to be free within 24 hours.</param>
/// <param name="Due">Expected beds whose time has passed and that are neither confirmed nor cancelled.</param>
/// <param name="Arriving">Held beds whose person is due to arrive within 24 hours.</param>
/// <param name="VacantUnderSuspension">Beds that would be available without the suspension.</param>
/// <param name="Suspended">The suspension that stops placements on this line, including one of the whole site.</param>
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
