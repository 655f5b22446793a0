using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Pages.Locality;

/// <summary>The live board of a locality.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class BoardModel(Boards boards) : PageModel
{
    public BoardUpdate Board { get; private set; } = null!;

    public BoardView View { get; private set; } = null!;

    public BoardFilter Filter { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<string> Neighbourhoods { get; private set; } = [];

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
        (Filter, Problems) = BoardFilter.Parse(Request.Query);
        var near = Filter.Near is { } text ? Places.Find(text, boards.Find(locality)!.Sites(), boards.All.SelectMany(each => each.Sites())) : null;
        if (Filter.Near is not null && near is null)
        {
            Problems = [.. Problems, NotFound(Filter.Near)];
        }

        View = BoardView.Of(Board.Rows, Filter, near);
        Neighbourhoods = [.. board.Rows.Select(row => row.Neighbourhood).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return Page();
    }

    private static FieldProblem NotFound(string near) => new(
        "near", $"No site on any board is in or near “{near}”, so no distance is shown. Try a postcode, its first half such as SK2, or a town.");
}
