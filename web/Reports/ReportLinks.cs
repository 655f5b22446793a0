using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Reports;

/// <summary>The addresses of reports and of the people in their figures.</summary>
internal static class ReportLinks
{
    public static string All(string locality) => $"/{locality}/reports";

    public static string Of(string report, ReportQuestion question) => $"{All(question.Locality)}/{report}{Query(question)}";

    public static string File(string report, ReportQuestion question, string table)
    {
        var query = Query(question);
        query.Add("table", table);
        return $"{All(question.Locality)}/{report}.csv{query}";
    }

    public static string Who(string report, ReportQuestion question, Behind behind)
    {
        var query = Query(question);
        behind.AddTo(query);
        return $"{All(question.Locality)}/{report}/who{query}";
    }

    /// <summary>A person's own page, or the site's page if there is no person.</summary>
    public static string OfStay(SiteKey site, string? reference) =>
        reference is null ? Paths.OfSite(site) : Paths.OfStay(site, reference);

    private static QueryBuilder Query(ReportQuestion question)
    {
        var query = new QueryBuilder { { "from", question.From.ToString("O", null) }, { "to", question.To.ToString("O", null) } };
        if (question.Place is { } place)
        {
            query.Add("hospital", place);
        }

        if (question.Type is { } type)
        {
            query.Add("type", Codes.Of(type));
        }

        return query;
    }
}
