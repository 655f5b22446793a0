using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.History;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.GrandRounds;

/// <summary>A page that shows a hospital's round and changes nothing.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class RoundPage(RoundReader rounds, AccessLog log) : PageModel
{
    public RoundMoment Moment { get; private set; } = null!;

    /// <summary>The part of the round that the viewer may see.</summary>
    public HospitalRound Round { get; private set; } = null!;

    public DateTimeOffset Now => Moment.At;

    public DateOnly Today => LocalDay.Of(Now);

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        if (await rounds.Moment(locality, (now, began) => AsAt.Of(Request.Query, now, began), HttpContext.RequestAborted) is not { } moment)
        {
            return NotFound();
        }

        var asked = Request.Query["hospital"].ToString();
        var hospital = asked.Length > 0 ? asked : moment.HospitalOf(MaySee);
        if (hospital is null || await rounds.Round(moment, hospital, HttpContext.RequestAborted) is not { } round)
        {
            return NotFound();
        }

        ViewData[nameof(AsAt)] = moment.AsAt;
        (Moment, Round) = (moment, Seen(round.With(MaySee)));
        await log.RecordView(
            HttpContext, Round.Stays.Select(stay => (stay.Site, (string?)stay.Stay.Reference)), moment.AsAt.Past);
        return Page();
    }

    /// <summary>The page's title, with the design system's error prefix if the time asked for has a problem.</summary>
    public string Titled(string title) => Moment.AsAt.Problems.Count == 0 ? title : $"Error: {title}";

    /// <summary>The part that this page shows.</summary>
    protected virtual HospitalRound Seen(HospitalRound round) => round;

    private bool MaySee(SiteKey site) => HttpContext.Caller()!.May(Permission.SeeStays, Scope.Of(site));
}
