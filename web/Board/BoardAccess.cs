using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>Where a viewer may go on to from a board's rows: scopes, each the prefix of the keys it covers.</summary>
/// <param name="Whole">True for the whole board, false for counts.</param>
/// <param name="Sites">Sites whose own pages may be opened, excluding wards.</param>
/// <param name="Wards">Wards whose pages, with their people, may be opened.</param>
/// <param name="Holds">Sites where beds may be held.</param>
public sealed record BoardAccess(bool Whole, ImmutableArray<Scope> Sites, ImmutableArray<Scope> Wards, ImmutableArray<Scope> Holds)
{
    internal static BoardAccess Of(Caller caller, string locality) => new(
        caller.May(Permission.SeeBoard, Scope.Parse(locality)),
        [.. caller.Where(Permission.SeeSite)],
        [.. caller.Where(Permission.SeeStays)],
        [.. caller.Where(Permission.PlaceHolds)]);

    /// <summary>The same access without holding beds, for a board of the past.</summary>
    internal BoardAccess ToSee() => this with { Holds = [] };

    /// <summary>The board as this viewer may see it.</summary>
    public BoardUpdate Seen(BoardUpdate board) => Whole ? board : board.CountsOnly();

    public bool Opens(BoardRow row) => Covers(row.Kind == SiteKind.Ward ? Wards : Sites, row);

    public bool Holding(BoardRow row) => Covers(Holds, row);

    private static bool Covers(ImmutableArray<Scope> scopes, BoardRow row)
    {
        var site = Scope.Of(row.Site);
        return scopes.Any(scope => scope.Covers(site));
    }
}
