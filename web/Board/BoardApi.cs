using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.History;
using CapacityBoard.Projections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Board;

/// <summary>The read-only API of the boards.</summary>
internal static class BoardApi
{
    public static void MapBoards(this IEndpointRouteBuilder api)
    {
        var localities = api.MapGroup("/localities").WithTags("board");
        localities.MapGet("", List).WithSummary("Lists the localities that have sites, each with its totals.");
        localities.MapGet("/{locality}/board", Read).WithSummary("Gets a locality's whole board, now or as it was at a past time.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ImmutableArray<LocalityView>>> List(Boards boards, FoldProgress progress, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        await progress.UpToDate(token);
        return TypedResults.Ok(boards.All.Where(board => http.Caller()!.May(Permission.SeeCounts, Scope.Parse(board.Locality))).Select(board => LocalityView.Of(board.AsOf(clock.GetUtcNow()))).ToImmutableArray());
    }

    private static async Task<Results<Ok<BoardUpdate>, ProblemHttpResult>> Read(
        string locality, [AsParameters] AsAtQuery query, Boards boards, FoldProgress progress, BoardHistory history, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        await progress.UpToDate(token);
        if (boards.Find(locality) is null)
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-locality", $"There is no locality '{locality}' on the board."));
        }

        var asAt = query.Of(clock.GetUtcNow(), history.Began(locality));
        if (asAt.Problems.Count > 0)
        {
            return TypedResults.Problem(AsAtQuery.ProblemOf(asAt));
        }

        var board = (await asAt.Read(history, locality, token))?.Board() ?? boards.Read(locality)!;
        return TypedResults.Ok(BoardAccess.Of(http.Caller()!, locality).Seen(board));
    }
}

internal sealed record LocalityView(string Locality, long Version, DateTimeOffset At, BoardTotals Totals)
{
    public static LocalityView Of(BoardUpdate board) => new(board.Locality, board.Version, board.At, board.Totals);
}
