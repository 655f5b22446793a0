using CapacityBoard.Support;
using CapacityBoard.Ui;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Ui;

/// <summary>A bed is held in the evening before the clocks go back.</summary>
public sealed class ClockChangeTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private static readonly DateTimeOffset Evening = new(2026, 10, 24, 21, 30, 0, TimeSpan.Zero);

    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenTypedTimeThatComesTwice_WhenSentFromAPhone_ThenAskedWhichAndHeldUntilThatOne(bool script)
    {
        board.Clock.Shift = Evening - TimeProvider.System.GetUtcNow();
        var home = await board.HomeAlone();
        var phone = await Phone(script);
        await phone.Open(Paths.OfHold(home, TestBoard.Type));
        var page = phone.Page;
        await page.Locator("#place-stay").FillAsync("A-123");
        await phone.Tap(page.GetByLabel("Another time, up to 14 days ahead"));
        await page.Locator("#place-until-date").FillAsync("25");
        await page.Locator("#place-until-date-month").FillAsync("10");
        await page.Locator("#place-until-date-year").FillAsync("2026");
        await page.Locator("#place-until-time").FillAsync("01:30");

        await phone.Tap(page.Locator("#place-send"));

        await Expect(page.Locator(".nhsuk-error-summary a")).ToHaveTextAsync("Choose which 01:30 you mean: the clocks go back on Sunday 25 October 2026, so this time happens twice.");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Which 01:30?" })).ToBeVisibleAsync();
        if (script)
        {
            await EveryPageTests.ShouldBeInOrder(phone, "the question which of two times is meant");
        }

        await phone.Tap(page.GetByLabel("01:30 after (GMT)"));
        await phone.Tap(page.Locator("#place-send"));
        await phone.Tap(page.Locator("#place-unknown"));
        await phone.Tap(page.Locator("#place-send"));

        await Expect(page.Locator("#said")).ToContainTextAsync("held for A-123 until tomorrow at 01:30 GMT");
    }
}
