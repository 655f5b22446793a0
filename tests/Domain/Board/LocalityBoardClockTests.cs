using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>A board whose clock jumps and is put right.</summary>
public sealed class LocalityBoardClockTests
{
    private static readonly DateTimeOffset Start = GivenBoard.Start;

    [Theory]
    [InlineData(120)]
    [InlineData(2)]
    public void GivenClockThatWasAhead_WhenItIsPutRight_ThenTheBedIsHeldAgainOnBoardAndScreens(int minutes)
    {
        var board = GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddMinutes(minutes / 2))).Published();
        var screen = BoardCopy.Of(board.Board.Whole());
        var held = screen.Rows[GivenBoard.Home.Value];
        screen.Take(board.After(TimeSpan.FromMinutes(minutes)).Publish().ShouldNotBeNull());
        var resuming = BoardCopy.Of(board.Board.Whole());
        screen.Rows[GivenBoard.Home.Value].ShouldNotBe(held);

        board.At(Start.AddSeconds(10));

        board.Line(GivenBoard.Home).Held.ShouldBe(1, "whoever asks is told at once");
        screen.Take(board.Publish().ShouldNotBeNull());
        screen.Rows[GivenBoard.Home.Value].ShouldBe(held);
        resuming.Take(board.Board.Since(resuming.Version, resuming.At));
        resuming.Rows[GivenBoard.Home.Value].ShouldBe(held);
        board.Publish().ShouldBeNull();
    }

    [Theory]
    [InlineData(-120)]
    [InlineData(-2)]
    public void GivenClockThatFellBehind_WhenItIsPutRight_ThenTheBedIsHeldThroughout(int minutes)
    {
        var board = GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddHours(4))).Published();

        board.After(TimeSpan.FromMinutes(minutes)).Published();
        board.Line(GivenBoard.Home).Held.ShouldBe(1);
        board.Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-2", Until: board.Now.AddHours(4))).Published();
        board.At(Start).Published();

        (board.Line(GivenBoard.Home).Held, board.Line(GivenBoard.Home).Available).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(120, Freshness.Stale)]
    [InlineData(2, Freshness.Fresh)]
    public void GivenDeclarationByAClockThatWasAhead_WhenItIsPutRight_ThenFreshOnlyWhereItsAgeIsKnown(int minutes, Freshness freshness)
    {
        var board = GivenBoard.WithHome().After(TimeSpan.FromMinutes(minutes)).Says(GivenBoard.Home, new ConfirmUnchanged()).Published();

        board.At(Start).Published();

        board.Row(GivenBoard.Home).Freshness.ShouldBe(freshness);
        Age.Of(board.Row(GivenBoard.Home).Declared!.At, board.Now).ShouldBe("just now");
        board.After(TimeSpan.FromMinutes(minutes)).Published();
        board.Row(GivenBoard.Home).Freshness.ShouldBe(Freshness.Fresh);
    }

    [Theory]
    [InlineData(24, Freshness.Ageing)]
    [InlineData(48, Freshness.Stale)]
    public void GivenFigureThatIsNoLongerFresh_WhenTheClockFallsBehind_ThenItLooksNoFresher(int hours, Freshness freshness)
    {
        var board = GivenBoard.WithHome().After(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1))
            .Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1")).Published();

        foreach (var jump in new[] { -2, -120 })
        {
            board.After(TimeSpan.FromMinutes(jump)).Published();
            board.Row(GivenBoard.Home).Freshness.ShouldBe(freshness);
        }
    }
}
