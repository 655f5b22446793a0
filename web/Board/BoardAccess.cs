using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>Where a viewer may go on to from a board's rows: scopes, each the prefix of the keys it covers.</summary>
/// <param name="Whole">True for the whole board, false for counts.</param>
/// <param name="Sites">Sites whose own pages may be opened, excluding wards.</param>
/// <param name="Wards">Wards whose pages, with their people, may be opened.</param>
/// <param name="Holds">Sites where beds may be held.</param>
/// <param name="Asks">Sites that may be asked for an update of their figures.</param>
public sealed record BoardAccess(bool Whole, ImmutableArray<Scope> Sites, ImmutableArray<Scope> Wards, ImmutableArray<Scope> Holds, ImmutableArray<Scope> Asks)
{
    internal static BoardAccess Of(Caller caller, string locality) => new(
        caller.May(Permission.SeeBoard, Scope.Parse(locality)),
        [.. caller.Where(Permission.SeeSite)],
        [.. caller.Where(Permission.SeeStays)],
        [.. caller.Where(Permission.PlaceHolds)],
        [.. caller.Where(Permission.SeeBoard).Except(OwnFigures(caller))]);

    /// <summary>The same access without holding beds or asking for figures, for a board of the past.</summary>
    internal BoardAccess ToSee() => this with { Holds = [], Asks = [] };

    /// <summary>The board as this viewer may see it.</summary>
    public BoardUpdate Seen(BoardUpdate board) => Whole ? board : board.CountsOnly();

    public bool Opens(BoardRow row) => Covers(row.Kind == SiteKind.Ward ? Wards : Sites, row.Site);

    public bool Holding(BoardRow row) => Covers(Holds, row.Site);

    public bool Asking(SiteKey site) => Covers(Asks, site);

    /// <summary>Where the caller is the site itself, which nobody needs to ask: it declares its figures, and holds beds for nobody.</summary>
    private static IEnumerable<Scope> OwnFigures(Caller caller) => caller.Where(Permission.DeclareVacancies).Except(caller.Where(Permission.PlaceHolds));

    private static bool Covers(ImmutableArray<Scope> scopes, SiteKey site) => Scope.Of(site) is var at && scopes.Any(scope => scope.Covers(at));
}
