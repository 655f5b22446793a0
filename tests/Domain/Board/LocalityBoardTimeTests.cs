using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

/// <summary>What time alone does to a locality's board: it is published when it happens, without any event.</summary>
public sealed class LocalityBoardTimeTests
{
    private static readonly DateTimeOffset Start = GivenBoard.Start;

    [Fact]
    public void GivenHold_WhenItRunsOut_ThenItsBedIsPublishedAsAvailable() => AtBoundary(
        GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddHours(2))),
        Start.AddHours(2),
        row => (row.Lines[0].Held, row.Lines[0].Available),
        before: (1, 3),
        after: (0, 4));

    [Fact]
    public void GivenArrivalFarOff_WhenItComesWithin24Hours_ThenPublished() => AtBoundary(
        GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddHours(40), Arrival: Start.AddHours(30))),
        Start.AddHours(6),
        row => row.Lines[0].Arriving,
        before: 0,
        after: 1);

    [Fact]
    public void GivenArrivalExpected_WhenItsTimePasses_ThenNoLongerToArrive() => AtBoundary(
        GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddHours(10), Arrival: Start.AddHours(3))),
        Start.AddHours(3),
        row => row.Lines[0].Arriving,
        before: 1,
        after: 0);

    [Fact]
    public void GivenExpectedVacancy_WhenItFallsDue_ThenPublished() => AtBoundary(
        GivenBoard.WithHome().Says(GivenBoard.Home, new ExpectVacancy(GivenBoard.Type, Start.AddHours(5), "Going home")),
        Start.AddHours(5),
        row => (row.Lines[0].Expected, row.Lines[0].Due),
        before: (1, 0),
        after: (0, 1));

    [Fact]
    public void GivenVacancyExpectedLater_WhenItComesWithin24Hours_ThenPublished() => AtBoundary(
        GivenBoard.WithHome().Says(GivenBoard.Home, new ExpectVacancy(GivenBoard.Type, Start.AddHours(30), "Going home")),
        Start.AddHours(6),
        row => row.Lines[0].Expected,
        before: 0,
        after: 1);

    [Fact]
    public void GivenSuspensionWithAnEnd_WhenItEnds_ThenTheBedsAreAvailable() => AtBoundary(
        GivenBoard.WithHome().Says(GivenBoard.Home, new SuspendPlacements("Infection", Until: Start.AddHours(7))),
        Start.AddHours(7),
        row => (row.Lines[0].Available, row.Suspended?.Reason),
        before: (0, "Infection"),
        after: (4, null));

    [Theory]
    [InlineData(24, Freshness.Fresh, Freshness.Ageing)]
    [InlineData(48, Freshness.Ageing, Freshness.Stale)]
    public void GivenDeclaration_WhenItIsTooOld_ThenItsFreshnessIsPublished(int hours, Freshness before, Freshness after)
    {
        var board = GivenBoard.WithHome();
        if (hours == 48)
        {
            board.After(TimeSpan.FromHours(25));
        }

        AtBoundary(board, Start.AddHours(hours).AddTicks(1), row => row.Freshness, before, after);
    }

    [Fact]
    public void GivenStay_WhenMidnightPasses_ThenItsLengthIsPublished()
    {
        var board = GivenBoard.WithWard().Says(GivenBoard.Ward, new AdmitStay("S-1", "1", AdmittedAt: Start.AddDays(-6)))
            .At(Start.AddHours(8)).Says(GivenBoard.Ward, new ConfirmUnchanged()).At(Start.AddHours(13));

        AtBoundary(board, new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), row => row.People!.LongStays, before: 0, after: 1);
    }

    [Fact]
    public void GivenStay_WhenMidnightPassesInSummerTime_ThenItIsTheMidnightOfTheWallClock()
    {
        var board = GivenBoard.WithWard().At(new(2026, 7, 1, 20, 0, 0, TimeSpan.Zero))
            .Says(GivenBoard.Ward, new ConfirmUnchanged()).Says(GivenBoard.Ward, new AdmitStay("S-1", "1", AdmittedAt: new(2026, 6, 25, 9, 0, 0, TimeSpan.Zero)));

        AtBoundary(board, new(2026, 7, 1, 23, 0, 0, TimeSpan.Zero), row => row.People!.LongStays, before: 0, after: 1);
    }

    [Fact]
    public void GivenStayExpectedToGoTomorrow_WhenMiddayPasses_ThenItIsWithin24Hours()
    {
        var board = GivenBoard.WithWard().Says(GivenBoard.Ward, new AdmitStay("S-1", "1", ExpectedDischarge: LocalDay.Of(Start).AddDays(1)));

        AtBoundary(board, Start.AddHours(3), row => (row.Lines[0].Expected, row.People!.ExpectedToGo), before: (0, 0), after: (1, 1));
    }

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    public void GivenTheDayOnWhichTheClocksChange_WhenMiddayPasses_ThenTomorrowIsWithin24Hours(int year, int month, int day)
    {
        var midday = LocalDay.FromLocal(new(year, month, day, 12, 0, 0));
        var board = GivenBoard.WithWard().At(midday.AddHours(-2)).Says(GivenBoard.Ward, new ConfirmUnchanged())
            .Says(GivenBoard.Ward, new AdmitStay("S-1", "1", ExpectedDischarge: new DateOnly(year, month, day).AddDays(1)));

        AtBoundary(board, midday, row => row.People!.ExpectedToGo, before: 0, after: 1);
    }

    [Fact]
    public void GivenScreenAwayWhileTimePassed_WhenItAsksAgainAtTheSameVersion_ThenTheRowsThatTimeChanged()
    {
        var board = GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddHours(2)))
            .And(GivenBoard.OtherHome, SiteKind.CareHome).Published();
        var seen = board.Board.Whole();
        board.After(TimeSpan.FromHours(2)).Published();

        var update = board.Board.Since(seen.Version, seen.At);

        (update.From, update.Version, update.Rows.Single().Site).ShouldBe((seen.Version, seen.Version, GivenBoard.Home));
        update.Rows[0].Lines[0].Available.ShouldBe(4);
    }

    [Fact]
    public void GivenScreenThatSawAnotherNodesClock_WhenItAsksAgain_ThenARowThatTimeChangedALittleBeforeIsSentToo()
    {
        var board = GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: Start.AddHours(2)))
            .After(TimeSpan.FromHours(2)).Published();

        board.Board.Since(board.Board.Whole().Version, board.Now.AddSeconds(30)).Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenNothingThatTimeChanges_ThenNoBoundary() =>
        new GivenBoard().And(GivenBoard.Home, SiteKind.CareHome).Published().Board.NextBoundary.ShouldBe(DateTimeOffset.MaxValue);

    /// <summary>Just before the instant nothing is published; at it, what changed, at the version that was.</summary>
    private static void AtBoundary<T>(GivenBoard board, DateTimeOffset boundary, Func<BoardRow, T> figure, T before, T after)
    {
        var published = board.Publish().ShouldNotBeNull();
        figure(board.Board.Whole().Rows.Single()).ShouldBe(before);
        board.Board.NextBoundary.ShouldBe(boundary);
        board.At(boundary.AddTicks(-1)).Publish().ShouldBeNull();
        figure(board.Board.AsOf(board.Now).Rows.Single()).ShouldBe(before);

        var update = board.At(boundary).Publish().ShouldNotBeNull();

        (update.From, update.Version).ShouldBe((published.Version, published.Version));
        figure(update.Rows.ShouldHaveSingleItem()).ShouldBe(after);
        board.Publish().ShouldBeNull();
    }
}
