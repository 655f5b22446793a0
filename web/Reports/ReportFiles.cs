using CapacityBoard.Access.Audit;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Reports;

/// <summary>Reports and returns as files. A download is recorded before it is sent.</summary>
internal static class ReportFiles
{
    private const string Csv = "text/csv; charset=utf-8";

    public static async Task<FileContentHttpResult> Send(HttpContext http, AccessLog log, byte[] file, string name, ReportQuestion question)
    {
        var days = $"{question.From:yyyy-MM-dd} to {question.To:yyyy-MM-dd}";
        await log.Write(http, Acts.Exported, question.Locality, note: $"{name}, {days}{(question.Place is { } place ? $", {place}" : "")}{(question.Type is { } type ? $", {Codes.Of(type)}" : "")}");
        return TypedResults.File(file, Csv, $"{question.Locality}-{name}-{question.From:yyyy-MM-dd}-{question.To:yyyy-MM-dd}.csv");
    }
}
