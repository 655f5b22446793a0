using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

/// <summary>What events do to a locality's board. What time does: <see cref="LocalityBoardTimeTests"/>.</summary>
public sealed class LocalityBoardTests
{
    private readonly GivenBoard _board = GivenBoard.WithHome();

    [Fact]
    public void GivenNothingFolded_WhenPublished_ThenNothing() => new LocalityBoard("stockport", new()).Publish(GivenBoard.Start).ShouldBeNull();

    [Fact]
    public void GivenEntries_WhenPublished_ThenTheWholeFromNothing()
    {
        var update = _board.Publish().ShouldNotBeNull();

        (update.Locality, update.From, update.Version, update.At).ShouldBe(("stockport", 0L, 2L, GivenBoard.Start));
        update.Rows.ShouldHaveSingleItem().Lines[0].Available.ShouldBe(4);
    }

    [Fact]
    public void GivenPublished_WhenNothingHappened_ThenNothingIsPublished() => _board.Published().After(TimeSpan.FromMinutes(1)).Publish().ShouldBeNull();

    [Fact]
    public void GivenPublished_WhenOneSiteChanges_ThenOnlyItsRowFollowsOnFromTheVersionBefore()
    {
        _board.And(GivenBoard.OtherHome, SiteKind.CareHome).Published().Says(GivenBoard.Home, GivenBoard.Declare(10, 7));

        var update = _board.Publish().ShouldNotBeNull();
        (update.From, update.Version).ShouldBe((3, 4));
        update.Rows.ShouldHaveSingleItem().Site.ShouldBe(GivenBoard.Home);
        update.Totals.Sites.Sites.ShouldBe(2);
        _board.Board.Whole().Rows.Length.ShouldBe(2);
    }

    [Fact]
    public void GivenEntryOfAnotherSiteThatConcernsItsPeople_WhenPublished_ThenItsRowIsSentAgainAndToWhoeverComesBackToo()
    {
        var seen = _board.Published().Board.Whole();

        _board.Board.Touch(GivenBoard.Home, 3).ShouldBeTrue();
        _board.Board.Touch(GivenBoard.OtherHome, 3).ShouldBeFalse();

        var update = _board.Publish().ShouldNotBeNull();
        (update.From, update.Version).ShouldBe((seen.Version, seen.Version));
        update.Rows.ShouldHaveSingleItem().Version.ShouldBe(seen.Rows[0].Version);
        _board.Board.Since(seen.Version, seen.At).Rows.ShouldHaveSingleItem();
        _board.Publish().ShouldBeNull();
    }

    [Fact]
    public void GivenSeveralEntriesOfOneSite_WhenPublished_ThenOneRow()
    {
        _board.Published().Says(GivenBoard.Home, GivenBoard.Declare(10, 7)).Says(GivenBoard.Home, GivenBoard.Declare(10, 8));

        var row = _board.Publish().ShouldNotBeNull().Rows.ShouldHaveSingleItem();
        (row.Version, row.Lines[0].Available).ShouldBe((4, 2));
    }

    [Fact]
    public void GivenEntriesFoldedBefore_WhenFoldedAgain_ThenPassedOver()
    {
        _board.Published();

        _board.Board.FoldAll(_board.Entries);

        _board.Publish().ShouldBeNull();
    }

    [Fact]
    public void GivenEntryOfASiteThatWasNeverRegistered_WhenFolded_ThenNoRowAndTheVersionMovesOn()
    {
        _board.Published();

        _board.Board.FoldAll([new(3, GivenBoard.OtherHome, 1, _board.Now, "The manager", "operation", new UnchangedConfirmed())]);

        var update = _board.Publish().ShouldNotBeNull();
        (update.From, update.Version, update.Rows.Length).ShouldBe((2, 3, 0));
        _board.Board.Find(GivenBoard.OtherHome).ShouldBeNull();
    }

    [Fact]
    public void GivenScreenAtAVersion_WhenItAsksAgain_ThenTheRowsChangedSince()
    {
        _board.And(GivenBoard.OtherHome, SiteKind.CareHome).Published();
        var seen = _board.Board.Whole();
        _board.After(TimeSpan.FromMinutes(5)).Says(GivenBoard.Home, GivenBoard.Declare(10, 7)).Published();

        var update = _board.Board.Since(seen.Version, seen.At);
        (update.From, update.Version, update.Rows.Single().Site).ShouldBe((seen.Version, 4, GivenBoard.Home));
        _board.Board.Since(update.Version, update.At).Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(99)]
    public void GivenScreenAtAVersionThatThisBoardNeverHad_WhenItAsks_ThenTheWholeBoard(long version)
    {
        var update = _board.Published().Board.Since(version, _board.Now);

        (update.From, update.Version, update.Rows.Length).ShouldBe((0, 2, 1));
    }

    [Fact]
    public void GivenEntriesNotYetPublished_ThenAsOfHasThemAndTheWholeBoardDoesNot()
    {
        _board.Published().Says(GivenBoard.Home, GivenBoard.Declare(10, 9));

        _board.Line(GivenBoard.Home).Available.ShouldBe(1);
        _board.Board.AsOf(_board.Now).Version.ShouldBe(3);
        _board.Board.Whole().Rows.Single().Lines.Single().Available.ShouldBe(4);
    }
}
