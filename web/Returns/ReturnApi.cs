using CapacityBoard.Access.Audit;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Returns;

/// <summary>The API of returns as files.</summary>
internal static class ReturnApi
{
    public static void MapReturnFiles(this IEndpointRouteBuilder app) => app.MapGet("/{locality}/returns/{name}.csv", File).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> File(
        string locality, string name, Boards boards, FoldProgress progress, ReportFacts facts, AccessLog log, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        await progress.UpToDate(token);
        var (question, problems) = ReportQuestion.Parse(locality, http.Request.Query, clock.GetUtcNow());
        return boards.Find(locality) is { } board && ReturnList.Find(name) is { } found && problems.Count == 0
            ? await ReportFiles.Send(http, log, ReportCsv.OfCodes(found.Of(await facts.Of(locality, token), board.Sites(), question)), name, question)
            : TypedResults.NotFound();
    }
}
