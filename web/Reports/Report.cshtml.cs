using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Reports;

/// <summary>One report over some days: charts, and their numbers below.</summary>
internal sealed class ReportModel(Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, TimeProvider clock) : ReportsPage(boards, progress, facts, policies, clock)
{
    public IReport Kind { get; private set; } = null!;

    public Report Report { get; private set; } = null!;

    public override IReadOnlyList<Option> BedTypesToAsk => Kind is BedUse
        ? [.. Facts.Lines.Select(line => line.Type).Distinct().Order().Select(type => new Option(Codes.Of(type), Labels.Of(type)))]
        : [];

    public async Task<IActionResult> OnGetAsync(string locality, string report)
    {
        if (ReportList.Find(report) is not { } kind || !await Load(locality))
        {
            return NotFound();
        }

        (Kind, Report) = (kind, kind.Of(Facts, Question, Policies));
        return Page();
    }

    /// <summary>The address of the people in a figure; null if the caller may not see people.</summary>
    public string? Behind(ReportCell cell) => SeesPeople && cell.Behind is { } behind ? ReportLinks.Who(Kind.Code, Question, behind) : null;
}
