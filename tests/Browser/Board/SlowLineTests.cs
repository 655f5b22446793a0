using CapacityBoard.Browser.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Board;

/// <summary>Pages over a line on which answers come late, or not at all.</summary>
public sealed class SlowLineTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenAnswerStillOnItsWay_WhenSomethingElseIsTapped_ThenBothAreDone()
    {
        var home = await board.HomeAlone();
        (await board.Server.Hold(home, "SH-1")).ThenAccepted();
        (await board.Server.Hold(home, "SH-2")).ThenAccepted();
        var phone = await Phone();
        await phone.Open(BrowsedBoard.PathOf(home));
        var coming = new HomePage(phone.Page).Coming;
        var tapped = new TaskCompletionSource();
        await phone.Page.RouteAsync("**/*handler=Accept*", async route =>
        {
            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
            await tapped.Task;
            await route.FulfillAsync(new() { Response = answer });
        });

        await phone.Tap(coming.GetByRole(AriaRole.Button, new() { Name = "Accept SH-1" }));
        await phone.Tap(coming.GetByRole(AriaRole.Button, new() { Name = "Accept SH-2" }));
        tapped.SetResult();

        foreach (var reference in new[] { "SH-1", "SH-2" })
        {
            await Expect(coming.Filter(new() { HasText = reference })).ToContainTextAsync("Accepted");
        }

        phone.Taps.ShouldBe(2);
    }

    [Fact]
    public async Task GivenPageWhoseNewerSelfIsLost_WhenNothingMoreChanges_ThenItIsShownAllTheSame()
    {
        var home = await board.HomeAlone();
        var desk = await Desk();
        desk.MayMissTheServer();
        await desk.Open(BrowsedBoard.PathOf(home));
        await Expect(new HomePage(desk.Page).Free).ToHaveTextAsync("4");
        var asked = 0;
        await desk.Page.RouteAsync($"**{BrowsedBoard.PathOf(home)}", route => ++asked switch
        {
            1 => route.AbortAsync(),
            2 => route.FulfillAsync(new() { Status = 503, Body = "Service unavailable" }),
            3 => route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<p>A proxy has a word with you." }),
            _ => route.ContinueAsync(),
        });

        (await board.Server.Declare(home, 10, 5)).ThenAccepted();

        await Expect(new HomePage(desk.Page).Free).ToHaveTextAsync("5");
        asked.ShouldBe(4);
    }

    [Fact]
    public async Task GivenPageOfASite_WhenTheLineBreaks_ThenItSaysThatItIsNotLiveUntilItIs()
    {
        var home = await board.HomeAlone();
        var phone = await Phone();
        phone.MayMissTheServer();
        await phone.Open(BrowsedBoard.PathOf(home));
        var strip = phone.Page.Locator("#live");
        await Expect(strip).ToHaveAttributeAsync("data-live", "live");
        await Expect(strip).ToBeHiddenAsync();

        await phone.Page.Context.SetOfflineAsync(true);

        await Expect(strip).ToBeVisibleAsync();
        await Expect(strip).ToContainTextAsync("Not live since");
        await phone.Page.Context.SetOfflineAsync(false);
        await Expect(strip).ToBeHiddenAsync();
    }
}
