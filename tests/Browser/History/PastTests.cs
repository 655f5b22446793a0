using System.Globalization;
using System.Text.RegularExpressions;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.History;

/// <summary>Looking back: the board and its sites as they stood.</summary>
public sealed class PastTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenBoard_WhenSlidBack_ThenFiguresOfThatMomentInPlaceAndTheAddressSaysIt()
    {
        var home = await FullerByTheHour();
        var desk = await Desk();
        await desk.Open($"/{home.Locality}");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Link, new() { Name = "View an earlier time" }));
        await Expect(Free(desk, home)).ToHaveTextAsync("1");
        await desk.Remember();

        await SlideBack(desk, hours: 3);

        await Expect(Free(desk, home)).ToHaveTextAsync("4");
        await Expect(Banner(desk)).ToContainTextAsync("3 hours ago");
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/{home.Locality}\\?at=20"));
        await Expect(desk.Page).ToHaveTitleAsync(new Regex("board as at"));
        await Expect(Slider(desk)).ToBeFocusedAsync();
        await desk.ShouldNotHaveReloaded();

        await desk.Page.ReloadAsync();
        await Expect(Free(desk, home)).ToHaveTextAsync("4");
        await Expect(Slider(desk)).ToHaveAttributeAsync("aria-valuetext", new Regex("^[A-Z][a-z]+day [0-9]+ [A-Z][a-z]+, [0-9:]{5}$"));
        await desk.Tap(desk.Page.Locator("#back-to-now"));
        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live");
        await Expect(Free(desk, home)).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task GivenBoardOfThePast_WhenSomethingChanges_ThenItStaysAsItStoodAndNoConnectionIsMade()
    {
        var home = await FullerByTheHour();
        var desk = await Desk();
        var connections = 0;
        desk.Page.WebSocket += (_, _) => connections++;
        desk.Page.Request += (_, request) => connections += request.Url.Contains("/hubs/", StringComparison.Ordinal) ? 1 : 0;
        await desk.Open($"/{home.Locality}");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Link, new() { Name = "View an earlier time" }));
        await Expect(Banner(desk)).ToBeVisibleAsync();
        connections = 0;

        (await board.Server.Declare(home, 10, 10)).ThenAccepted();
        await SlideBack(desk, hours: 1);

        await Expect(Free(desk, home)).ToHaveTextAsync("2");
        connections.ShouldBe(0);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenPhone_WhenDateAndTimeAreTyped_ThenTheHomeAsItStoodWithScriptsAndWithout(bool script)
    {
        var home = await FullerByTheHour();
        var phone = await Phone(script);
        await phone.Open(BrowsedBoard.PathOf(home));
        await phone.Tap(phone.Page.GetByRole(AriaRole.Link, new() { Name = "View an earlier time" }));
        var then = LocalDay.ToLocal(board.Clock.GetUtcNow().AddHours(-2));

        foreach (var (field, format) in new[] { ("#at-date", "%d"), ("#at-date-month", "%M"), ("#at-date-year", "yyyy") })
        {
            await phone.Page.Locator(field).FillAsync(then.ToString(format, CultureInfo.InvariantCulture));
        }

        await phone.Page.Locator("#at-time").FillAsync(then.ToString("HH:mm", CultureInfo.InvariantCulture));
        await phone.Tap(phone.Page.Locator("#as-at-send"));

        await Expect(Banner(phone)).ToContainTextAsync($"at {then:HH:mm}");
        await Expect(new HomePage(phone.Page).Free).ToHaveTextAsync("3");
        await Expect(phone.Page.Locator("main form[method=post]")).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("[data-slider]")).ToBeVisibleAsync(new() { Visible = script });
        await phone.Tap(phone.Page.Locator(".nhsuk-back-link"));
        await Expect(Free(phone, home)).ToHaveTextAsync("3");
    }

    [Fact]
    public async Task GivenATimeThatIsToCome_ThenTheFieldSaysWhatIsAllowed()
    {
        var home = await board.HomeAlone();
        var desk = await Desk();

        await desk.Open($"/{home.Locality}?at=2999-01-01T00:00:00Z");

        await Expect(desk.Page.Locator("#at-date-error")).ToContainTextAsync("is in the future. Choose a time from");
        await desk.Tap(desk.Page.Locator(".nhsuk-error-summary a"));
        await Expect(desk.Page.Locator("#at-date")).ToBeFocusedAsync();
        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live");
    }

    /// <summary>A home of ten beds with four free until two and a half hours ago, then three, two an hour and a half ago, and one for half an hour.</summary>
    private async Task<SiteKey> FullerByTheHour()
    {
        var home = SiteKey.Of(board.NewLocality(), "the-limes");
        await board.Ago(TimeSpan.FromHours(5), () => board.Server.CareHome(home.Name, 10, 6, home.Locality));
        foreach (var (hours, occupied) in new[] { (2.5, 7), (1.5, 8), (0.5, 9) })
        {
            await board.Ago(TimeSpan.FromHours(hours), () => board.Server.Declare(home, 10, occupied));
        }

        await board.Server.OnTheBoard(home);
        return home;
    }

    private static async Task SlideBack(Person person, int hours)
    {
        for (var quarter = 0; quarter < 4 * hours; quarter++)
        {
            await Slider(person).PressAsync("ArrowLeft");
        }
    }

    private static ILocator Slider(Person person) => person.Page.Locator("#as-at-slider");

    private static ILocator Banner(Person person) => person.Page.Locator(".cb-as-at");

    private static ILocator Free(Person person, SiteKey home) => person.Page.Locator($"[data-site='{home}'] [data-cell=available] strong");
}
