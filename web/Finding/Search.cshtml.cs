using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Projections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Finding;

/// <summary>What the words in the header's search box may mean. Where they are one person's reference and nothing else, that person's page.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SearchModel(Finder finder, FoldProgress progress, AccessLog log) : PageModel
{
    private const int LongestText = 100;

    public string Text { get; private set; } = "";

    public Found Found { get; private set; } = Found.Nothing;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? q)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Text = q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestText)] : "";
        Found = await finder.Find(HttpContext.Caller()!, Text, HttpContext.RequestAborted);
        if (Found is { Stays: [var only], Sites: [], Places: [] })
        {
            return LocalRedirect($"{Request.PathBase}{only.Path}");
        }

        await log.RecordView(HttpContext, Found.Stays.Select(stay => (stay.Site, (string?)stay.Reference)));
        return Page();
    }
}
