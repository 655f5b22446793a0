using System.Collections.Immutable;
using CapacityBoard.Access.Audit;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Reports;

/// <summary>The stays and vacancies in one figure of a report, at sites whose people the caller may see.</summary>
internal sealed class WhoModel(Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, AccessLog log, TimeProvider clock)
    : ReportsPage(boards, progress, facts, policies, clock)
{
    public const int MostShown = 200;

    public IReport Kind { get; private set; } = null!;

    public ImmutableArray<BehindLine> Lines { get; private set; } = [];

    /// <summary>The number of lines that the caller may see, shown or not.</summary>
    public int Seen { get; private set; }

    /// <summary>The number that the caller may not see.</summary>
    public int Hidden { get; private set; }

    /// <summary>
    /// A person's own page. A hold links to its site, since the person it is for is recorded elsewhere, if at all.
    /// </summary>
    public string LinkOf(BehindLine line) => ReportLinks.OfStay(line.Site, Kind is BedUse or EnquiryAnswers ? null : line.Reference);

    public async Task<IActionResult> OnGetAsync(string locality, string report)
    {
        if (ReportList.Find(report) is not { } kind || !await Load(locality))
        {
            return NotFound();
        }

        Kind = kind;
        var behind = Behind.Parse(Request.Query);
        var lines = BehindLine.Of(kind.Count(Facts, Question, Policies).Where(behind.Matches));
        var seen = lines.Where(line => MaySee(line.Site)).ToList();
        (Seen, Hidden) = (seen.Count, lines.Count - seen.Count);
        Lines = [.. seen.Take(MostShown)];
        await log.RecordView(HttpContext, Lines.Select(line => (line.Site, line.Reference)));
        return Page();
    }
}
