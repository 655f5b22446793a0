using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

/// <summary>A closed site is off the board, and every screen sees it go.</summary>
public sealed class LocalityBoardClosingTests
{
    private readonly GivenBoard _board = GivenBoard.WithHome().And(GivenBoard.OtherHome, SiteKind.CareHome).Says(GivenBoard.OtherHome, GivenBoard.Declare(5, 2));

    [Fact]
    public void GivenPublished_WhenASiteCloses_ThenItsRowIsPushedAsClosedAndNoFigureOfItCounts()
    {
        _board.Published().Says(GivenBoard.Home, new CloseSite("Home sold"));

        var update = _board.Publish().ShouldNotBeNull();

        var row = update.Rows.ShouldHaveSingleItem();
        (row.Site, row.Closed?.Reason, row.Lines.Length).ShouldBe((GivenBoard.Home, "Home sold", 0));
        (update.Totals.Sites.Sites, update.Totals.Types.Single().Available).ShouldBe((1, 3));
    }

    [Fact]
    public void GivenClosedSite_ThenNoWholeBoardHasIt()
    {
        _board.Says(GivenBoard.Home, new CloseSite("Home sold")).Published();

        foreach (var whole in new[] { _board.Board.Whole(), _board.Board.AsOf(_board.Now), _board.Board.Since(0, _board.Now) })
        {
            whole.Rows.ShouldHaveSingleItem().Site.ShouldBe(GivenBoard.OtherHome);
            whole.Totals.Sites.Sites.ShouldBe(1);
        }
    }

    [Fact]
    public void GivenScreenOfBeforeTheClosing_WhenItResumes_ThenItsRowIsTakenAway()
    {
        var screen = BoardCopy.Of(_board.Published().Board.Whole());
        _board.Says(GivenBoard.Home, new CloseSite("Home sold")).After(TimeSpan.FromDays(2)).Published();

        screen.Take(_board.Board.Since(screen.Version, screen.At)).ShouldBeTrue();

        screen.ShouldShow(_board.Board.AsOf(_board.Now));
        screen.Rows.Keys.ShouldBe([GivenBoard.OtherHome.Value]);
    }

    [Fact]
    public void GivenClosedSite_WhenItReopens_ThenItIsThereWithTheFiguresItHad()
    {
        _board.Says(GivenBoard.Home, new CloseSite("Flood")).After(TimeSpan.FromHours(30)).Published()
            .Says(GivenBoard.Home, new ReopenSite());

        var row = _board.Publish().ShouldNotBeNull().Rows.ShouldHaveSingleItem();

        (row.Closed, row.Lines.Single().Available, row.Freshness).ShouldBe((null, 4, Freshness.Ageing));
    }

    [Fact]
    public void GivenAllSitesClosed_ThenTheBoardIsEmpty()
    {
        _board.Published().Says(GivenBoard.Home, new CloseSite("Home sold")).Says(GivenBoard.OtherHome, new CloseSite("Home sold")).Published();

        var whole = _board.Board.Whole();

        whole.Rows.ShouldBeEmpty();
        whole.Totals.Types.ShouldBeEmpty();
        _board.Board.Sites().Count.ShouldBe(2);
    }

    [Fact]
    public void GivenClosedSite_ThenTimeChangesNothingOfIt()
    {
        var board = GivenBoard.WithHome().Says(GivenBoard.Home, new ExpectVacancy(GivenBoard.Type, GivenBoard.Start.AddHours(3), "Going home"))
            .Says(GivenBoard.Home, new CloseSite("Home sold")).Published();

        board.Board.NextBoundary.ShouldBe(DateTimeOffset.MaxValue);
    }
}
