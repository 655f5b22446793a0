using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Board;

/// <summary>The localities that have a board. Whoever works in one place is led there, unless they ask for all.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HomeModel(Boards boards, FoldProgress progress, TimeProvider clock) : PageModel
{
    public IReadOnlyList<LocalityHeadline> Localities { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>The caller's own sites; for a whole hospital its wards are left out.</summary>
    public IReadOnlyList<Site> Own { get; private set; } = [];

    public bool MayImport => HttpContext.Caller()!.May(Permission.RegisterSites, null);

    public async Task<IActionResult> OnGetAsync()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (!Request.Query.ContainsKey("all") && OwnPlaces.Path(HttpContext.Caller()!, boards) is { } own)
        {
            return LocalRedirect($"{Request.PathBase}{own}");
        }

        Now = clock.GetUtcNow();
        Own = OwnPlaces.Sites(HttpContext.Caller()!, boards);
        Localities =
        [
            .. boards.All.Where(board => board.Sites().Count > 0 && HttpContext.Caller()!.May(Permission.SeeCounts, Scope.Parse(board.Locality)))
                .Select(board => LocalityHeadline.Of(board.AsOf(Now))),
        ];
        return Localities.Count == 0 && HttpContext.Caller() is { Kind: CallerKind.Person } person && person.May(Permission.Administer, null)
            ? LocalRedirect($"{Request.PathBase}/admin")
            : Page();
    }
}
