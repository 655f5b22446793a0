using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Reports;

/// <summary>The base of a locality's report pages: the parameters, and the facts known.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class ReportsPage(Boards boards, FoldProgress progress, ReportFacts facts, LocalityPolicies policies, TimeProvider clock) : PageModel
{
    public string Locality { get; private set; } = "";

    public string Name => Labels.OfPart(Locality);

    public ReportQuestion Question { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public KnownFacts Facts { get; private set; } = null!;

    /// <summary>The hospitals and units to choose from.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    /// <summary>The bed types to choose from; none where a report does not count by them.</summary>
    public virtual IReadOnlyList<Option> BedTypesToAsk => [];

    /// <summary>True if the caller may see people of the locality, or of a site in it.</summary>
    public bool SeesPeople { get; private set; }

    protected LocalityPolicies Policies => policies;

    protected LocalityBoard Board { get; private set; } = null!;

    /// <summary>False if there is no such locality.</summary>
    protected async Task<bool> Load(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(locality) is not { } board)
        {
            return false;
        }

        (Locality, Board, Facts) = (locality, board, await facts.Of(locality, HttpContext.RequestAborted));
        (Question, Problems) = ReportQuestion.Parse(locality, Request.Query, clock.GetUtcNow());
        Places = Facts.Places;
        if (Question.Place is { } place && !Places.Contains(place))
        {
            (Question, Problems) = (Question with { Place = null }, [new("hospital", "There were no patients in that hospital or unit. Choose one from the list, or all.")]);
        }

        var scope = Scope.Parse(locality);
        SeesPeople = HttpContext.Caller()!.Where(Permission.SeeStays).Any(each => each.Covers(scope) || scope.Covers(each));
        return true;
    }

    /// <summary>
    /// True if the caller may see a site's people. In other localities only the locality's own people are counted, who may be
    /// seen wherever they are.
    /// </summary>
    protected bool MaySee(SiteKey site) =>
        HttpContext.Caller()!.May(Permission.SeeStays, Scope.Of(site), site.Locality == Locality ? null : Scope.Parse(Locality));
}
