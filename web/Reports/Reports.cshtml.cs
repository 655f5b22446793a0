using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Reports;

/// <summary>All reports of a locality, each with its headline figure.</summary>
internal sealed class ReportsModel(Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, TimeProvider clock) : ReportsPage(boards, progress, facts, policies, clock)
{
    public ImmutableArray<(IReport Report, Headline Headline)> Reports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        if (!await Load(locality))
        {
            return NotFound();
        }

        var weeks = ReportQuestion.LastWeeks(Locality, Question.Now);
        Reports = [.. ReportList.All.Select(report => (report, report.Headline(Facts, weeks, Policies)))];
        return Page();
    }
}
