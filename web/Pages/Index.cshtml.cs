using CapacityBoard.Board;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Pages;

/// <summary>The localities that have a board.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(Boards boards, TimeProvider clock) : PageModel
{
    public IReadOnlyList<LocalityHeadline> Localities { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync()
    {
        await boards.UpToDate(HttpContext.RequestAborted);
        Now = clock.GetUtcNow();
        Localities = [.. boards.All.Where(board => board.Sites().Count > 0).Select(board => LocalityHeadline.Of(board.AsOf(Now)))];
    }
}
