using CapacityBoard.Access.Schemes;
using CapacityBoard.Board.Trends;
using CapacityBoard.History;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Board;

/// <summary>A locality's live board, or the board as at a past time.</summary>
internal sealed class BoardModel(Boards boards, FoldProgress progress, BoardHistory history, KnownPostcodes postcodes, TrendBook trends, TimeProvider clock) : FormPage
{
    /// <summary>The form by which every row asks its site for figures.</summary>
    public const string AskId = "ask";

    private IReadOnlyList<FieldProblem> _problems = [];

    public BoardUpdate Board { get; private set; } = null!;

    public BoardView View { get; private set; } = null!;

    public BoardFilter Filter { get; private set; } = null!;

    public AsAt AsAt { get; private set; } = null!;

    public override IReadOnlyList<FieldProblem> Problems => _problems;

    public IReadOnlyList<string> Neighbourhoods { get; private set; } = [];

    public BoardAccess Access { get; private set; } = null!;

    /// <summary>None on a board of the past: its lines would need noons that nobody else looks at.</summary>
    public LocalityTrends Trends { get; private set; } = LocalityTrends.None;

    /// <summary>The sites shown, by kind unless another order is asked for.</summary>
    public IEnumerable<SiteGroup> Groups => SiteGroup.Of(View, Filter.Order);

    public string Name => Labels.OfPart(Board.Locality);

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (await Read(locality) is not { } board)
        {
            return NotFound();
        }

        Access = BoardAccess.Of(HttpContext.Caller()!, locality);
        Access = AsAt.IsPast ? Access.ToSee() : Access;
        Board = Access.Seen(board);
        Trends = AsAt.IsPast ? LocalityTrends.None : trends.Of(locality);
        (Filter, _problems) = BoardFilter.Parse(Request.Query);
        var near = Filter.Near is { } text ? Places.Find(text, boards.Find(locality)!.Sites(), boards.All.SelectMany(each => each.Sites()), postcodes.Now) : null;
        _problems = [.. AsAt.Problems, .. _problems, .. Filter.Near is not null && near is null ? [NotFound(Filter.Near)] : Array.Empty<FieldProblem>()];
        View = BoardView.Of(Board.Rows, Filter, near);
        Neighbourhoods = [.. board.Rows.Select(row => row.Neighbourhood).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return Page();
    }

    /// <summary>The board now, or as at the time in the address.</summary>
    private async Task<BoardUpdate?> Read(string locality)
    {
        var now = clock.GetUtcNow();
        AsAt = AsAt.Of(Request.Query, now, history.Began(locality) ?? now);
        ViewData[nameof(AsAt)] = AsAt;
        return await AsAt.Read(history, locality, HttpContext.RequestAborted) is { } past ? past.Board() : boards.Read(locality);
    }

    private static FieldProblem NotFound(string near) => new(
        "near", $"We cannot find “{near}”, so no distances are shown. Try a postcode, the first half of one (such as SK2) or a town.");
}
