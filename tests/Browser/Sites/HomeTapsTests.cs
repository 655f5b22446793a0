using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Sites;

/// <summary>What a care home says on its phone, in how many taps, with scripts and without.</summary>
public sealed class HomeTapsTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true, false), InlineData(false, false), InlineData(true, true)]
    public async Task GivenHome_WhenOneMoreBedIsFree_ThenSavedWithOneTap(bool script, bool byKeyboard)
    {
        var (home, phone, page) = await TheLimes(script);
        phone.HasNoPointer = byKeyboard;

        await phone.Tap(page.More);

        await Expect(page.Free).ToHaveTextAsync("5");
        await Expect(page.Said).ToContainTextAsync("Saved at");
        phone.Taps.ShouldBe(1);
        (await board.Line(home)).Occupied.ShouldBe(5);
        await Expect(page.Freshness).ToContainTextAsync("Last updated just now");
        await Expect(page.Freshness).ToContainTextAsync("by The Limes");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHome_WhenOneBedFewerIsFree_ThenSaved(bool script)
    {
        var (home, phone, page) = await TheLimes(script);

        await phone.Tap(page.Fewer);

        await Expect(page.Free).ToHaveTextAsync("3");
        (await board.Line(home)).Occupied.ShouldBe(7);
    }

    [Theory, InlineData(true, false), InlineData(false, false), InlineData(true, true)]
    public async Task GivenOldFigures_WhenNothingHasChanged_ThenOneTapMakesThemFresh(bool script, bool byKeyboard)
    {
        var home = SiteKey.Of(board.NewLocality(), "the-limes");
        await board.Ago(TimeSpan.FromHours(60), () => board.Home(home.Locality, home.Name));
        var phone = await Phone(script);
        phone.HasNoPointer = byKeyboard;
        await phone.Open(BrowsedBoard.PathOf(home));
        var page = new HomePage(phone.Page);
        await Expect(page.Freshness).ToContainTextAsync("Stale");

        await phone.Tap(page.Unchanged);

        await Expect(page.Said).ToContainTextAsync("You confirmed no change to the figures.");
        await Expect(page.Freshness).ToContainTextAsync("Fresh");
        await Expect(page.Free).ToHaveTextAsync("4");
        phone.Taps.ShouldBe(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHome_WhenAVacancyIsExpectedAndThenFree_ThenTheBoardCountsIt(bool script)
    {
        var (home, phone, page) = await TheLimes(script);

        await phone.Tap(phone.Page.Locator("#expect-summary"));
        await phone.Choose(phone.Page.Locator("#expect-reason"), "Going home");
        await phone.Tap(phone.Page.Locator("#expect-send"));

        var expected = phone.Page.Locator("section[aria-labelledby=expected] .cb-item");
        await Expect(expected).ToContainTextAsync("General nursing bed: Going home");
        await phone.Tap(expected.GetByRole(AriaRole.Button, new() { Name = "Confirm free now" }));

        await Expect(page.Free).ToHaveTextAsync("5");
        await Expect(expected).ToHaveCountAsync(0);
        (await board.Line(home)).Occupied.ShouldBe(5);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHome_WhenBedsAreClosedAndReopened_ThenFewerAndMoreAreFree(bool script)
    {
        var (home, phone, page) = await TheLimes(script);

        await phone.Tap(page.Details.Locator("summary"));
        await phone.Page.Locator("#close-general-nursing-beds").FillAsync("2");
        await phone.Choose(phone.Page.Locator("#close-general-nursing-reason"), "Infection");
        await phone.Tap(phone.Page.Locator("#close-general-nursing-send"));

        await Expect(page.Free).ToHaveTextAsync("2");
        await Expect(page.Rest).ToHaveTextAsync("6 of 10 occupied, 2 closed (Infection)");

        await phone.Tap(page.Details.Locator("summary"));
        await phone.Tap(phone.Page.Locator("#reopen-general-nursing-send"));

        await Expect(page.Free).ToHaveTextAsync("4");
        (await board.Line(home)).Closed.ShouldBe(0);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHomeThatNeverDeclared_WhenItAnswersThreeQuestions_ThenItIsOnTheBoard(bool script)
    {
        var home = SiteKey.Of(board.NewLocality(), "the-limes");
        (await board.Server.Register(SiteKind.CareHome, home)).ThenAccepted();
        await board.Server.OnTheBoard(home);
        var phone = await Phone(script);
        await phone.Open(BrowsedBoard.PathOf(home));

        await phone.Choose(phone.Page.Locator("#first-type"), "General nursing");
        await phone.Page.Locator("#first-total").FillAsync("20");
        await phone.Page.Locator("#first-free").FillAsync("3");
        await phone.Tap(phone.Page.Locator("#first-send"));

        await Expect(new HomePage(phone.Page).Free).ToHaveTextAsync("3");
        var line = await board.Line(home);
        (line.Total, line.Occupied, line.Closed).ShouldBe((20, 17, 0));
    }

    private async Task<(SiteKey Home, Person Phone, HomePage Page)> TheLimes(bool script)
    {
        var home = await board.HomeAlone();
        var phone = await Phone(script);
        await phone.Open(BrowsedBoard.PathOf(home));
        var page = new HomePage(phone.Page);
        await Expect(page.Free).ToHaveTextAsync("4");
        return (home, phone, page);
    }
}
