using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Api;

/// <summary>The boards, read.</summary>
internal static class BoardApi
{
    public static void MapBoards(this IEndpointRouteBuilder api)
    {
        var localities = api.MapGroup("/localities").WithTags("board");
        localities.MapGet("", List).WithSummary("The localities that have sites, each with its totals.");
        localities.MapGet("/{locality}/board", Read).WithSummary("A locality's whole board as of now.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ImmutableArray<LocalityView>>> List(Boards boards, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        await boards.UpToDate(token);
        return TypedResults.Ok(boards.All.Where(board => http.Caller()!.May(Permission.SeeCounts, Scope.Parse(board.Locality))).Select(board => LocalityView.Of(board.AsOf(clock.GetUtcNow()))).ToImmutableArray());
    }

    private static async Task<Results<Ok<BoardUpdate>, ProblemHttpResult>> Read(string locality, Boards boards, HttpContext http, CancellationToken token)
    {
        await boards.UpToDate(token);
        return boards.Read(locality) is { } board
            ? TypedResults.Ok(BoardAccess.Of(http.Caller()!, locality).Seen(board))
            : TypedResults.Problem(Problems.Of(404, "unknown-locality", $"There is no locality '{locality}' on the board."));
    }
}

internal sealed record LocalityView(string Locality, long Version, DateTimeOffset At, BoardTotals Totals)
{
    public static LocalityView Of(BoardUpdate board) => new(board.Locality, board.Version, board.At, board.Totals);
}
