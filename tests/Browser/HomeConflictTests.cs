using CapacityBoard.Sites;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser;

/// <summary>Two people at one home, pages that have been open for long, hasty fingers and answers that cannot be right.</summary>
public sealed class HomeConflictTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenPageThatIsOutOfDate_WhenSent_ThenToldAndNothingIsLostAndTheSecondTryIsRight(bool script)
    {
        var home = await board.HomeAlone();
        var (first, second) = (await At(home, script), await At(home, script));
        await first.Visitor.Tap(first.Page.More);
        await Expect(first.Page.Free).ToHaveTextAsync("5");

        await second.Visitor.Tap(second.Page.More);

        await Expect(second.Page.Problems).ToContainTextAsync("The newest numbers are shown now: check them, then make your change again.");
        await Expect(second.Page.Free).ToHaveTextAsync("5");
        (await board.Line(home)).Occupied.ShouldBe(5);

        await second.Visitor.Tap(second.Page.More);

        await Expect(second.Page.Free).ToHaveTextAsync("6");
        await Expect(second.Page.Problems).ToHaveCountAsync(0);
        (await board.Line(home)).Occupied.ShouldBe(4);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenTypedNumbersThatAreOutOfDate_WhenSent_ThenWhatWasTypedIsStillThere(bool script)
    {
        var home = await board.HomeAlone();
        var (visitor, page) = await At(home, script);
        await visitor.Tap(page.Details.Locator("summary"));
        (await board.Server.Declare(home, 10, 9)).ThenAccepted();

        await visitor.Page.Locator("#numbers-general-nursing-total").FillAsync("12");
        await visitor.Tap(visitor.Page.Locator("#numbers-general-nursing-send"));

        await Expect(page.Problems).ToContainTextAsync("The newest numbers are shown now");
        await Expect(page.Free).ToHaveTextAsync("1");
        await Expect(visitor.Page.Locator("#numbers-general-nursing-total")).ToHaveValueAsync("12");
        await Expect(visitor.Page.Locator("#numbers-general-nursing-total")).ToBeVisibleAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenSlowAnswer_WhenPlusIsTappedAgain_ThenItIsDoneOnce(bool script)
    {
        var home = await board.HomeAlone();
        var (visitor, page) = await At(home, script);
        var tapped = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/*handler=Step*", async route =>
        {
            await (script ? tapped.Task : Task.CompletedTask);
            await route.ContinueAsync();
        });

        await page.More.DblClickAsync();
        tapped.SetResult();

        await Expect(page.Said).ToContainTextAsync("5 general nursing beds free.");
        await Expect(page.Free).ToHaveTextAsync("5");
        (await board.Line(home)).Occupied.ShouldBe(5);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenNumbersThatCannotBe_WhenCorrectedAndSentAgain_ThenSaved(bool script)
    {
        var home = await board.HomeAlone();
        var (visitor, page) = await At(home, script);
        var (free, send) = (visitor.Page.Locator("#numbers-general-nursing-free"), visitor.Page.Locator("#numbers-general-nursing-send"));
        await visitor.Tap(page.Details.Locator("summary"));

        await free.FillAsync("11");
        await visitor.Tap(send);

        await Expect(page.Problems).ToContainTextAsync("11 free is more than the total of 10.");
        await Expect(free).ToHaveValueAsync("11");
        await Expect(free).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        (await board.Line(home)).Occupied.ShouldBe(6);

        await free.FillAsync("7");
        await visitor.Tap(send);

        await Expect(page.Free).ToHaveTextAsync("7");
        await Expect(page.Problems).ToHaveCountAsync(0);
        (await board.Line(home)).Occupied.ShouldBe(3);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenRefusedClosure_WhenCorrectedAndSentAgain_ThenClosed(bool script)
    {
        var home = await board.HomeAlone();
        var (visitor, page) = await At(home, script);
        await visitor.Tap(page.Details.Locator("summary"));

        await visitor.Page.Locator("#close-general-nursing-beds").FillAsync("9");
        await visitor.Choose(visitor.Page.Locator("#close-general-nursing-reason"), "Repair");
        await visitor.Tap(visitor.Page.Locator("#close-general-nursing-send"));
        await Expect(page.Problems).ToBeVisibleAsync();
        (await board.Line(home)).Closed.ShouldBe(0);

        await visitor.Page.Locator("#close-general-nursing-beds").FillAsync("1");
        await visitor.Tap(visitor.Page.Locator("#close-general-nursing-send"));

        await Expect(page.Free).ToHaveTextAsync("3");
        (await board.Line(home)).Closed.ShouldBe(1);
    }

    private async Task<(Visitor Visitor, HomePage Page)> At(SiteKey home, bool script)
    {
        var phone = await Phone(script);
        await phone.Open(BrowsedBoard.PathOf(home));
        return (phone, new(phone.Page));
    }
}
