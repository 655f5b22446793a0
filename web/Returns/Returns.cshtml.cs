using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Returns;

/// <summary>A locality's returns as files, with an explanation of their columns.</summary>
internal sealed class ReturnsModel(Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, TimeProvider clock) : ReportsPage(boards, progress, facts, policies, clock)
{
    public async Task<IActionResult> OnGetAsync(string locality) => await Load(locality) ? Page() : NotFound();

    public string FileOf(string code) => $"/{Locality}/returns/{code}.csv{QueryString.Create(
        [new("from", Question.From.ToString("O", null)), new("to", Question.To.ToString("O", null)), .. Question.Place is { } place ? new KeyValuePair<string, string?>[] { new("hospital", place) } : []])}";
}
