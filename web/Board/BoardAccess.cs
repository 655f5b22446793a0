using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>What whoever looks at a board may go on to from its rows: scopes, each the beginning of the keys that it covers.</summary>
/// <param name="Whole">True for the whole board, false for counts.</param>
/// <param name="Sites">Whose own pages may be opened, wards left out.</param>
/// <param name="Wards">Whose pages may be opened, with the people on them.</param>
/// <param name="Holds">Where beds may be held.</param>
public sealed record BoardAccess(bool Whole, ImmutableArray<Scope> Sites, ImmutableArray<Scope> Wards, ImmutableArray<Scope> Holds)
{
    internal static BoardAccess Of(Caller caller, string locality) => new(
        caller.May(Permission.SeeBoard, Scope.Parse(locality)),
        [.. caller.Where(Permission.SeeSite)],
        [.. caller.Where(Permission.SeeStays)],
        [.. caller.Where(Permission.PlaceHolds)]);

    /// <summary>The same for what may only be seen: a board of the past.</summary>
    internal BoardAccess ToSee() => this with { Holds = [] };

    /// <summary>The board as it may be seen.</summary>
    public BoardUpdate Seen(BoardUpdate board) => Whole ? board : board.CountsOnly();

    public bool Opens(BoardRow row) => Covers(row.Kind == SiteKind.Ward ? Wards : Sites, row);

    public bool Holding(BoardRow row) => Covers(Holds, row);

    private static bool Covers(ImmutableArray<Scope> scopes, BoardRow row)
    {
        var site = Scope.Of(row.Site);
        return scopes.Any(scope => scope.Covers(site));
    }
}
