using CapacityBoard.Access.Schemes;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Board;

/// <summary>A locality's board for a screen on a wall: no references of people, and nothing to scroll.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WallModel(Boards boards) : PageModel
{
    public BoardUpdate Board { get; private set; } = null!;

    public WallView View { get; private set; } = null!;

    public bool ShowsDemonstration { get; private set; }

    public BoardAccess Access { get; private set; } = null!;

    public string Name => Labels.OfPart(Board.Locality);

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await boards.UpToDate(HttpContext.RequestAborted);
        if (boards.Read(locality) is not { } board)
        {
            return NotFound();
        }

        Access = BoardAccess.Of(HttpContext.Caller()!, locality);
        Board = Access.Seen(board);
        View = WallView.Of(Board);
        ShowsDemonstration = boards.Find(locality)!.ShowsDemonstration;
        return Page();
    }
}
