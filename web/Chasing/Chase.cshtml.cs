using CapacityBoard.Access.Schemes;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Chasing;

/// <summary>Asks a site on a board for its figures. It shows nothing itself: what was done is said on the board that one came from.</summary>
internal sealed class ChaseModel(Boards boards, SiteCommands commands, FoldProgress progress, TimeProvider clock) : FormPage
{
    /// <summary>The board's sites with stale or no figures.</summary>
    public IActionResult OnGet(string locality) => boards.Find(locality) is null
        ? NotFound()
        : BoardOf(locality, new() { Freshness = FreshnessNeeded.ToChase, Sort = BoardOrder.Oldest });

    public async Task<IActionResult> OnPostAskAsync(string locality)
    {
        if (!SiteKey.TryParse(Request.Query["site"], out var key) || key.Locality != locality || boards.Find(key) is not { Details: { } details } site)
        {
            return NotFound();
        }

        var form = await ReadForm();
        var outcome = await commands.Execute(HttpContext, site.Kind, key, new RequestFigures(), form);
        await progress.UpToDate(HttpContext.RequestAborted);
        Confirmation = $"{details.Name}: {outcome.Refusal?.Message ?? FreshnessWords.AfterAsking(boards.Find(key)!.Capacity.Requested, HttpContext.Caller()!.Name, clock.GetUtcNow())}";
        var (filter, _) = BoardFilter.Parse(new QueryCollection(QueryHelpers.ParseQuery(form.Text("filter"))));
        return BoardOf(locality, filter, $"#{key}");
    }

    private LocalRedirectResult BoardOf(string locality, BoardFilter filter, string element = "") =>
        LocalRedirect($"{Request.PathBase}/{locality}{filter.ToQuery()}{element}");
}
