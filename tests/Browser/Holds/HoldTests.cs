using CapacityBoard.Browser.Sites;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Holds;

/// <summary>From a row of the board by way of a hold to the person's arrival.</summary>
public sealed class HoldTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenBoardRow_WhenTheTransferTeamHoldsABed_ThenTheHomeSeesItAndAdmits(bool script)
    {
        var (home, phone, page) = await Held(script);
        await Expect(page.Coming).ToContainTextAsync("General nursing bed held for A-123");
        await Expect(page.Coming).ToContainTextAsync("by Transfer team");
        await Expect(page.Free).ToHaveTextAsync("3");

        await phone.Tap(page.Coming.GetByRole(AriaRole.Button, new() { Name = "Accept" }));
        await Expect(page.Said).ToContainTextAsync("Accepted.");
        await phone.Tap(page.Coming.GetByRole(AriaRole.Button, new() { Name = "has arrived" }));

        await Expect(page.Said).ToContainTextAsync("Admitted. 3 general nursing beds free.");
        await Expect(page.Coming).ToHaveCountAsync(0);
        var line = await board.Line(home);
        (line.Occupied, line.Held, line.Available).ShouldBe((7, 0, 3));

        await phone.Tap(phone.Page.Locator("#undo-send"));
        await Expect(page.Said).ToContainTextAsync("The arrival is undone.");
        var held = await board.Line(home);
        (held.Occupied, held.Held, held.Available).ShouldBe((6, 1, 3));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHold_WhenTheHomeDeclines_ThenTheBedIsFreeAgain(bool script)
    {
        var (home, phone, page) = await Held(script);

        await phone.Tap(page.Coming.Locator("summary", new() { HasText = "Decline" }));
        await phone.Tap(page.Coming.GetByRole(AriaRole.Button, new() { Name = "Infection here" }));

        await Expect(page.Said).ToContainTextAsync("Hold declined. 4 general nursing beds free.");
        await Expect(page.Coming).ToHaveCountAsync(0);
        (await board.Line(home)).Held.ShouldBe(0);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHold_WhenTheTransferTeamLengthensAndReleasesIt_ThenItEndsLaterAndThenAtOnce(bool script)
    {
        var (home, _, _) = await Held(script: true);
        var desk = await Desk(script);
        await desk.Open(Paths.OfHold(home, TestBoard.Type));

        await desk.Tap(desk.Page.GetByRole(AriaRole.Button, new() { Name = "+48 hours" }));
        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("The hold now ends");
        await desk.Tap(desk.Page.Locator(".cb-item summary"));
        await desk.Choose(desk.Page.Locator(".cb-item select"), "Funding not agreed");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Release bed" }));

        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("Hold released.");
        (await board.Line(home)).Held.ShouldBe(0);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenLastBed_WhenTwoPeopleHoldIt_ThenTheSecondIsToldAndSentOn(bool script)
    {
        var home = await board.HomeAlone(total: 10, occupied: 9);
        var (first, second) = (await Desk(script), await Desk(script));
        foreach (var (desk, stay) in new[] { (first, "A-1"), (second, "B-2") })
        {
            await desk.Open(Paths.OfHold(home, TestBoard.Type));
            await desk.Page.Locator("#place-stay").FillAsync(stay);
        }

        await SendAsUnknown(first);
        await Expect(first.Page.Locator("#said")).ToContainTextAsync("General nursing bed held for A-1");
        await SendAsUnknown(second);

        await Expect(second.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("No beds of this type are free here now");
        await Expect(second.Page.Locator("#elsewhere")).ToBeVisibleAsync();
        (await board.Line(home)).Held.ShouldBe(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenRefusedHold_WhenCorrectedAndSentAgain_ThenHeldOnce(bool script)
    {
        var home = await board.HomeAlone();
        var desk = await Desk(script);
        await desk.Open(Paths.OfHold(home, TestBoard.Type));
        var (stay, send) = (desk.Page.Locator("#place-stay"), desk.Page.Locator("#place-send"));

        await stay.FillAsync("Mrs Example");
        await desk.Tap(send);
        await Expect(desk.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("Do not enter a name.");
        await Expect(stay).ToHaveValueAsync("Mrs Example");
        await stay.FillAsync("B-7");
        await SendAsUnknown(desk);

        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("General nursing bed held for B-7");
        await Expect(desk.Page.Locator(".nhsuk-error-summary")).ToHaveCountAsync(0);
        (await board.Line(home)).Held.ShouldBe(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenHoldForm_WhenItsButtonIsPressedTwice_ThenOneBedIsHeld(bool script)
    {
        var home = await board.HomeAlone();
        var desk = await Desk(script);
        await desk.Open(Paths.OfHold(home, TestBoard.Type));
        await desk.Page.Locator("#place-stay").FillAsync("C-3");
        await desk.Tap(desk.Page.Locator("#place-send"));
        await desk.Tap(desk.Page.Locator("#place-unknown"));

        await desk.Page.Locator("#place-send").DblClickAsync();

        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("General nursing bed held for C-3");
        await Expect(desk.Page.Locator(".cb-item")).ToHaveCountAsync(1);
        (await board.Line(home)).Held.ShouldBe(1);
    }

    /// <summary>Nobody on the board has the reference, so the page asks whether the hospital is another one.</summary>
    private static async Task SendAsUnknown(Person desk)
    {
        await desk.Tap(desk.Page.Locator("#place-send"));
        await Expect(desk.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("Check the reference.");
        await desk.Tap(desk.Page.Locator("#place-unknown"));
        await desk.Tap(desk.Page.Locator("#place-send"));
    }

    private async Task<(SiteKey Home, Person Phone, HomePage Page)> Held(bool script)
    {
        var home = await board.HomeAlone();
        var desk = await Desk(script, name: "Transfer team");
        await desk.Open($"/{home.Locality}");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Hold a bed: General nursing at The Limes" }));
        await desk.Page.Locator("#place-stay").FillAsync("A-123");
        await SendAsUnknown(desk);
        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("General nursing bed held for A-123 until");

        var phone = await Phone(script);
        await phone.Open(BrowsedBoard.PathOf(home));
        return (home, phone, new HomePage(phone.Page));
    }
}
