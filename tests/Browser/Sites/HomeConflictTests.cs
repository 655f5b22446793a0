using CapacityBoard.Sites;
using CapacityBoard.Support;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Sites;

/// <summary>Two people at one home, pages that have been open for long, hasty fingers and answers that cannot be right.</summary>
public sealed class HomeConflictTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenPageThatIsOutOfDate_WhenSent_ThenToldAndNothingIsLostAndTheSecondTryIsRight(bool script)
    {
        var home = await board.HomeAlone();
        var (first, second) = (await At(home, script), await At(home, script, isCutOff: true));
        await first.Person.Tap(first.Page.More);
        await Expect(first.Page.Free).ToHaveTextAsync("5");

        await second.Person.Tap(second.Page.More);

        await Expect(second.Page.Problems).ToContainTextAsync("The latest numbers are shown now. Check them, then make your change again.");
        await Expect(second.Page.Free).ToHaveTextAsync("5");
        (await board.Line(home)).Occupied.ShouldBe(5);

        await second.Person.Tap(second.Page.More);

        await Expect(second.Page.Free).ToHaveTextAsync("6");
        await Expect(second.Page.Problems).ToHaveCountAsync(0);
        (await board.Line(home)).Occupied.ShouldBe(4);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenTypedNumbersThatAreOutOfDate_WhenSent_ThenWhatWasTypedIsStillThere(bool script)
    {
        var home = await board.HomeAlone();
        var (person, page) = await At(home, script, isCutOff: true);
        await person.Tap(page.Details.Locator("summary"));
        (await board.Server.Declare(home, 10, 9)).ThenAccepted();

        await person.Page.Locator("#numbers-general-nursing-total").FillAsync("12");
        await person.Tap(person.Page.Locator("#numbers-general-nursing-send"));

        await Expect(page.Problems).ToContainTextAsync("The latest numbers are shown now");
        await Expect(page.Free).ToHaveTextAsync("1");
        await Expect(person.Page.Locator("#numbers-general-nursing-total")).ToHaveValueAsync("12");
        await Expect(person.Page.Locator("#numbers-general-nursing-total")).ToBeVisibleAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenSlowAnswer_WhenPlusIsTappedAgain_ThenItIsDoneOnce(bool script)
    {
        var home = await board.HomeAlone();
        var (person, page) = await At(home, script);
        var tapped = new TaskCompletionSource();
        await person.Page.RouteAsync("**/*handler=Step*", async route =>
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
        var (person, page) = await At(home, script);
        var (free, send) = (person.Page.Locator("#numbers-general-nursing-free"), person.Page.Locator("#numbers-general-nursing-send"));
        await person.Tap(page.Details.Locator("summary"));

        await free.FillAsync("11");
        await person.Tap(send);

        await Expect(page.Problems).ToContainTextAsync("11 free is more than the total of 10.");
        await Expect(free).ToHaveValueAsync("11");
        await Expect(free).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(person.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        (await board.Line(home)).Occupied.ShouldBe(6);

        await free.FillAsync("7");
        await person.Tap(send);

        await Expect(page.Free).ToHaveTextAsync("7");
        await Expect(page.Problems).ToHaveCountAsync(0);
        (await board.Line(home)).Occupied.ShouldBe(3);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenRefusedClosure_WhenCorrectedAndSentAgain_ThenClosed(bool script)
    {
        var home = await board.HomeAlone();
        var (person, page) = await At(home, script);
        await person.Tap(page.Details.Locator("summary"));

        await person.Page.Locator("#close-general-nursing-beds").FillAsync("9");
        await person.Choose(person.Page.Locator("#close-general-nursing-reason"), "Repair");
        await person.Tap(person.Page.Locator("#close-general-nursing-send"));
        await Expect(page.Problems).ToBeVisibleAsync();
        (await board.Line(home)).Closed.ShouldBe(0);

        await person.Page.Locator("#close-general-nursing-beds").FillAsync("1");
        await person.Tap(person.Page.Locator("#close-general-nursing-send"));

        await Expect(page.Free).ToHaveTextAsync("3");
        (await board.Line(home)).Closed.ShouldBe(1);
    }

    /// <param name="isCutOff">Whether the page hears nothing of what others change.</param>
    private async Task<(Person Person, HomePage Page)> At(SiteKey home, bool script, bool isCutOff = false)
    {
        var phone = await Phone(script);
        if (isCutOff)
        {
            phone.MayMissTheServer();
            await phone.Page.RouteWebSocketAsync("**/hubs/**", socket => _ = socket.CloseAsync());
            await phone.Page.RouteAsync("**/hubs/**", route => route.AbortAsync());
        }

        await phone.Open(BrowsedBoard.PathOf(home));
        return (phone, new(phone.Page));
    }
}
