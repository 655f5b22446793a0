using CapacityBoard.Access.Audit;
using CapacityBoard.Api;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Reports;

/// <summary>The API of reports, and their files.</summary>
internal static class ReportApi
{
    public static void MapReports(this IEndpointRouteBuilder api) => api.MapGet("/localities/{locality}/reports/{report}", Read)
        .WithTags("reports")
        .WithSummary("Gets a report's figures from day 'from' to day 'to' (default: the last 4 weeks), for all hospitals or one; of beds, for all types or one.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    public static void MapReportFiles(this IEndpointRouteBuilder app) => app.MapGet("/{locality}/reports/{report}.csv", File).ExcludeFromDescription();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Read(
        string locality, string report, Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        await progress.UpToDate(token);
        if (boards.Find(locality) is null)
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-locality", $"There is no locality '{locality}' on the board."));
        }

        if (ReportList.Find(report) is not { } kind)
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-report", $"There is no report '{report}'. The reports are {string.Join(", ", ReportList.All.Select(each => each.Code))}."));
        }

        var (question, problems) = ReportQuestion.Parse(locality, http.Request.Query, clock.GetUtcNow());
        return problems.Count > 0
            ? TypedResults.Problem(Problems.Of(400, "invalid", problems[0].Message, problems[0].Field))
            : TypedResults.Ok(ReportView.Of(kind.Of(await facts.Of(locality, token), question, policies)));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> File(
        string locality, string report, Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, AccessLog log, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        await progress.UpToDate(token);
        var (question, problems) = ReportQuestion.Parse(locality, http.Request.Query, clock.GetUtcNow());
        if (boards.Find(locality) is null || ReportList.Find(report) is not { } kind || problems.Count > 0)
        {
            return TypedResults.NotFound();
        }

        var tables = kind.Of(await facts.Of(locality, token), question, policies).Tables;
        var name = http.Request.Query["table"].ToString();
        return (name.Length == 0 ? tables[0] : tables.FirstOrDefault(each => each.Code == name)) is { } table
            ? await ReportFiles.Send(http, log, ReportCsv.Of(table), $"{report}-{table.Code}", question)
            : TypedResults.NotFound();
    }
}
