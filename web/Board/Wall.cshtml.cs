using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.Store;
using CapacityBoard.Board.Trends;
using CapacityBoard.Projections;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Board;

/// <summary>A locality's board for a wall screen: no references of people, and nothing to scroll.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WallModel(Boards boards, FoldProgress progress, TrendBook trends, BoardKind kind) : PageModel
{
    public BoardUpdate Board { get; private set; } = null!;

    public WallView View { get; private set; } = null!;

    public LocalityTrends Trends { get; private set; } = LocalityTrends.None;

    public bool IsDemonstration => kind.IsDemonstration;

    public BoardAccess Access { get; private set; } = null!;

    public string Name => Labels.OfPart(Board.Locality);

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Read(locality) is not { } board)
        {
            return NotFound();
        }

        Access = BoardAccess.Of(HttpContext.Caller()!, locality);
        Board = Access.Seen(board);
        View = WallView.Of(Board);
        Trends = trends.Of(locality);
        return Page();
    }
}
