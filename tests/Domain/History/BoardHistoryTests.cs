using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.History;

public sealed class BoardHistoryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task GivenAHomesEvents_WhenAskedForAnyInstant_ThenAllUpToItAndNoMore(int entriesBetweenSnapshots)
    {
        var given = GivenBoard.WithHome();
        for (var occupied = 0; occupied < 9; occupied++)
        {
            given.After(Minute).Says(GivenBoard.Home, GivenBoard.Declare(10, occupied));
        }

        var history = await PastBoards.Of(given, entriesBetweenSnapshots);

        foreach (var at in given.Entries.SelectMany(entry => new[] { entry.At - Millisecond, entry.At, entry.At + Millisecond }))
        {
            var last = given.Entries.LastOrDefault(entry => entry.At <= at);
            var past = await At(history, at);
            (past.Version, past.Find(GivenBoard.Home)?.Version ?? 0).ShouldBe((last?.Position ?? 0, last?.Version ?? 0));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task GivenTwoHomes_WhenAskedForAnyVersion_ThenEachAsItStoodThen(int entriesBetweenSnapshots)
    {
        var given = GivenBoard.WithHome().And(GivenBoard.OtherHome, SiteKind.CareHome);
        for (var occupied = 0; occupied < 9; occupied++)
        {
            given.Says(occupied % 3 == 0 ? GivenBoard.OtherHome : GivenBoard.Home, GivenBoard.Declare(10, occupied));
        }

        var history = await PastBoards.Of(given, entriesBetweenSnapshots);

        for (var version = 0L; version <= given.Entries.Count + 1; version++)
        {
            var past = await history.AtVersion("stockport", version, given.Now, default);
            past!.Version.ShouldBe(Math.Min(version, given.Entries.Count));
            past.Sites.Select(site => (site.Key, site.Version)).ShouldBe(given.Entries
                .Where(entry => entry.Position <= version).GroupBy(entry => entry.Site)
                .Select(site => (site.Key, site.Max(entry => entry.Version))).OrderBy(site => site.Key.Value, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task GivenALocality_WhenAskedBeforeItBegan_ThenItHasNoSites()
    {
        var history = await PastBoards.Of(GivenBoard.WithHome());

        history.Began("stockport").ShouldBe(GivenBoard.Start);
        var past = await At(history, GivenBoard.Start - Millisecond);
        past.Version.ShouldBe(0);
        past.Find(GivenBoard.Home).ShouldBeNull();
        past.Board().Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenNoSuchLocality_ThenNull()
    {
        var history = await PastBoards.Of(GivenBoard.WithHome());

        history.Began("trafford").ShouldBeNull();
        (await history.At("trafford", GivenBoard.Start, default)).ShouldBeNull();
        (await history.AtVersion("trafford", 1, GivenBoard.Start, default)).ShouldBeNull();
    }

    [Fact]
    public async Task GivenAHomeThatClosedAndOpenedAgain_ThenItIsOnTheBoardOfThenOrOff()
    {
        var given = GivenBoard.WithHome();
        var open = given.Now;
        var closed = given.After(Minute).Says(GivenBoard.Home, new CloseSite("Sold")).Now;
        var reopened = given.After(Minute).Says(GivenBoard.Home, new ReopenSite()).Now;
        var history = await PastBoards.Of(given);

        (await At(history, open)).Board().Rows.Single().Site.ShouldBe(GivenBoard.Home);
        var past = await At(history, closed);
        past.Board().Rows.ShouldBeEmpty();
        past.Find(GivenBoard.Home)!.Closed!.Reason.ShouldBe("Sold");
        (await At(history, reopened)).Board().Rows.Single().Site.ShouldBe(GivenBoard.Home);
    }

    [Fact]
    public async Task GivenThePolicyChanged_ThenFiguresAreByThePolicyOfThen()
    {
        var given = GivenBoard.WithHome();
        given.Sets(new() { CareHome = new(1, 2) }, GivenBoard.Start.AddHours(10));
        var history = await PastBoards.Of(given);

        var before = (await At(history, GivenBoard.Start.AddHours(9))).Board();
        var after = (await At(history, GivenBoard.Start.AddHours(10))).Board();

        (before.Policy, before.Rows.Single().Freshness).ShouldBe((LocalityPolicy.Default, Freshness.Fresh));
        (after.Policy.CareHome, after.Rows.Single().Freshness).ShouldBe((new(1, 2), Freshness.Stale));
    }

    [Fact]
    public async Task GivenAHold_WhenItHasRunOutByNow_ThenItIsHeldAtTheMomentAskedFor()
    {
        var given = GivenBoard.WithHome().Says(GivenBoard.Home, new PlaceHold(GivenBoard.Type, "S-1", Until: GivenBoard.Start.AddHours(4)));
        var history = await PastBoards.Of(given);

        (await At(history, GivenBoard.Start.AddHours(3))).Board().Rows.Single().Lines.Single().Held.ShouldBe(1);
        (await At(history, GivenBoard.Start.AddHours(4))).Board().Rows.Single().Lines.Single().Held.ShouldBe(0);
    }

    [Fact]
    public async Task GivenAPersonWhoHasLeft_ThenTheyAreOnTheWardOfThen()
    {
        var given = GivenBoard.WithWard().Says(GivenBoard.Ward, new AdmitStay("S-1", "1"));
        var there = given.Now;
        given.After(Minute).Says(GivenBoard.Ward, new DischargeStay("S-1", Destination.UsualResidence));
        var history = await PastBoards.Of(given);

        (await At(history, there)).Find(GivenBoard.Ward)!.Stays.Find("S-1")!.Bed.ShouldBe("1");
        (await At(history, given.Now)).Find(GivenBoard.Ward)!.Stays.All.ShouldBeEmpty();
    }

    private static async Task<PastLocality> At(BoardHistory history, DateTimeOffset at)
    {
        var past = await history.At("stockport", at, default);
        past!.At.ShouldBe(at);
        return past;
    }
}
