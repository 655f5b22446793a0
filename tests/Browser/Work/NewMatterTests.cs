using System.Text.RegularExpressions;
using CapacityBoard.Access;
using CapacityBoard.Browser.Ui;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Work;

/// <summary>What comes to wait for somebody while a page of theirs is open.</summary>
public sealed class NewMatterTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    /// <summary>Notes each count that the installed app is given.</summary>
    private const string Badge = """
        window.badges = [];
        Object.assign(Navigator.prototype, {
          setAppBadge: async count => void window.badges.push(count),
          clearAppBadge: async () => void window.badges.push(0),
        });
        """;

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenHomesOwnPage_WhenBedsAreHeldAndDeclined_ThenTitleBadgeAndStripFollow()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: true, new Grant(Role.CareProvider, Scope.Of(home)));
        await deputy.Page.AddInitScriptAsync(Badge);
        await deputy.Open(BrowsedBoard.PathOf(home));
        await deputy.Remember();
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex("^The Limes"));
        (await LastBadge(deputy)).ShouldBe(0);

        await Hold(home, "first", hours: 5);
        await Expect(News(deputy)).ToContainTextAsync("New: The Limes: General nursing bed held: accept or decline. By ");
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(1\) The Limes"));
        (await LastBadge(deputy)).ShouldBe(1);
        await EveryPageTests.ShouldBeInOrder(deputy, "One new matter");

        await Hold(home, "second", hours: 8);
        await Expect(News(deputy)).ToContainTextAsync("2 new. First: The Limes");
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(2\) "));
        (await LastBadge(deputy)).ShouldBe(2);
        await EveryPageTests.ShouldBeInOrder(deputy, "Two new matters");

        (await board.Server.Say(SiteKind.CareHome, home, new DeclineHold("first", "Staffing"))).ThenAccepted();
        await Expect(News(deputy)).ToContainTextAsync("New: The Limes");
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(1\) "));

        (await board.Server.Say(SiteKind.CareHome, home, new DeclineHold("second", "Staffing"))).ThenAccepted();
        await Expect(News(deputy)).ToBeEmptyAsync();
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex("^The Limes"));
        (await LastBadge(deputy)).ShouldBe(0);
        await deputy.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenTheBoard_WhenBedIsHeld_ThenTheStripLeadsToIt()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: false, new Grant(Role.CareProvider, Scope.Of(home)));
        await deputy.Open($"/{home.Locality}");

        await Hold(home, "first", hours: 5);
        await deputy.Tap(News(deputy).GetByRole(AriaRole.Link, new() { Name = "Open" }));

        await Expect(deputy.Page).ToHaveURLAsync(new Regex($"{BrowsedBoard.PathOf(home)}#"));
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(1\) The Limes"));
        await Expect(News(deputy)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task GivenNewMatter_WhenItIsDismissed_ThenOnlyALaterOneIsNew()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: false, new Grant(Role.CareProvider, Scope.Of(home)));
        deputy.HasNoPointer = true;
        await Hold(home, "before", hours: 3);
        await deputy.Open($"/{home.Locality}");
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(1\) "));

        await Hold(home, "first", hours: 5);
        await Expect(News(deputy)).ToContainTextAsync("New: ");
        await deputy.Tap(News(deputy).GetByRole(AriaRole.Button, new() { Name = "Dismiss" }));
        await Expect(News(deputy)).ToBeEmptyAsync();
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(2\) "));

        await Hold(home, "second", hours: 8);
        await Expect(News(deputy)).ToContainTextAsync("New: ");
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(3\) "));
    }

    [Fact]
    public async Task GivenRolesInTwoLocalities_WhenSomethingComesInTheOther_ThenThePageOfTheFirstSaysIt()
    {
        var (one, other) = (await board.HomeAlone(), await board.HomeAlone());
        var manager = await InRole("The manager", phone: false, new Grant(Role.CareProvider, Scope.Of(one)), new(Role.CareProvider, Scope.Of(other)));
        await manager.Open(BrowsedBoard.PathOf(one));
        await Expect(manager.Page.Locator("#live[data-live=live]")).ToBeAttachedAsync();

        await Hold(other, "first", hours: 5);

        await Expect(News(manager)).ToContainTextAsync("New: The Limes");
    }

    [Fact]
    public async Task GivenOwnAct_WhenSomethingWaitsBecauseOfIt_ThenOnlyWhatOthersCausedIsNew()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: true, new Grant(Role.CareProvider, Scope.Of(home)));
        var arrival = board.Clock.GetUtcNow().AddHours(1);
        (await board.Server.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "SH-1", Until: arrival.AddHours(9), Arrival: arrival), "first")).ThenAccepted();
        await deputy.Open("/work");

        await deputy.Tap(deputy.Page.Locator(".cb-matter button"));
        await Expect(deputy.Page.Locator(".cb-matter")).ToContainTextAsync("Due to arrive");
        await Hold(home, "second", hours: 5);

        await Expect(News(deputy)).ToContainTextAsync("New: The Limes");
        await Expect(deputy.Page).ToHaveTitleAsync(new Regex(@"^\(2\) "));
    }

    [Fact]
    public async Task GivenTheWallboard_ThenItHasNoCount()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: false, new Grant(Role.CareProvider, Scope.Of(home)), new(Role.Viewer, Scope.Parse(home.Locality)));
        await Hold(home, "first", hours: 5);

        await deputy.Open($"/{home.Locality}/wall");

        (await deputy.Page.TitleAsync()).ShouldEndWith(": wallboard – Capacity board");
        (await deputy.Page.TitleAsync()).ShouldNotContain("(1)");
    }

    private static ILocator News(Person person) => person.Page.Locator("#news[role=status]");

    private static async Task<int> LastBadge(Person person) => await person.Page.EvaluateAsync<int>("window.badges.at(-1)");

    private async Task Hold(SiteKey home, string operation, int hours) =>
        (await board.Server.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, $"SH-{hours}", Until: board.Clock.GetUtcNow().AddHours(hours)), operation)).ThenAccepted();
}
