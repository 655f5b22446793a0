using CapacityBoard.Access;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Work;

/// <summary>What waits for a home, as its deputy sees it on a phone.</summary>
public sealed class MyWorkTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenOpenPages_WhenABedIsHeldAndAnswered_ThenTheCountAndTheListFollowWithoutReload()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: true, new Grant(Role.CareProvider, Scope.Of(home)));
        await deputy.Open(BrowsedBoard.PathOf(home));
        await deputy.Remember();
        var count = deputy.Page.Locator("#my-work");
        await Expect(count).ToHaveTextAsync("My work");

        (await board.Server.Hold(home, "SH-1", operation: "first")).ThenAccepted();
        await Expect(count).ToHaveTextAsync("My work (1)");
        await deputy.ShouldNotHaveReloaded();

        await deputy.Open("/work");
        await deputy.Remember();
        await Expect(deputy.Page.Locator(".cb-matter")).ToContainTextAsync("SH-1");
        (await board.Server.Hold(home, "SH-2", operation: "second")).ThenAccepted();
        await Expect(deputy.Page.Locator(".cb-matter")).ToHaveCountAsync(2);
        (await board.Server.Say(SiteKind.CareHome, home, new DeclineHold("second", "Staffing"))).ThenAccepted();
        await Expect(deputy.Page.Locator(".cb-matter")).ToHaveCountAsync(1);
        await deputy.ShouldNotHaveReloaded();

        await deputy.Tap(deputy.Page.Locator(".cb-matter button"));
        await Expect(deputy.Page.Locator("#said")).ToContainTextAsync("SH-1: Accepted.");
        deputy.Taps.ShouldBe(1);
    }
}
