using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Messages;

/// <summary>The whole Chromium, which may show notifications, where the one without windows may not.</summary>
public sealed class NotificationTests(BrowsedBoard board) : IClassFixture<BrowsedBoard>
{
    private const string WholeChromium = "/usr/bin/chromium";

    private const string Register = """
        async () => {
          await navigator.serviceWorker.register("/dist/push.worker.js", { scope: "/" });
          return (await navigator.serviceWorker.ready).active.scriptURL;
        }
        """;

    private const string Shown = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(each => `${each.title}|${each.tag}`).join()";

    /// <summary>A click is told to the worker by the browser; a test may tell it the same of the notification that is shown.</summary>
    private const string Click = """
        (async () => {
          const [notification] = await self.registration.getNotifications();
          const work = [];
          const click = Object.assign(new NotificationEvent("notificationclick", { notification }), { waitUntil: each => work.push(each) });
          self.dispatchEvent(click);
          await Promise.all(work);
        })()
        """;

    [Fact]
    public async Task GivenPushedMessage_ThenChromiumShowsItAndAClickOpensThePlace()
    {
        var home = await board.HomeAlone();
        var address = board.Server.Address;
        var (driver, browser) = await SharedBrowser.Start(WholeChromium);
        using var _ = driver;
        await using var closing = browser;
        var context = await browser.NewContextAsync();
        await context.AddCookiesAsync([new() { Name = Sessions.CookieName, Value = await Sessions.CookieOf(address), Url = address.OriginalString }]);
        await context.GrantPermissionsAsync(["notifications"], new() { Origin = address.GetLeftPart(UriPartial.Authority) });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/help").OriginalString);
        await using var delivery = await PushDelivery.To(page);
        await using var worker = await WorkerSession.Of(browser, await page.EvaluateAsync<string>(Register));

        var path = $"{BrowsedBoard.PathOf(home)}#enquiries";
        await delivery.Deliver($$"""{"title":"The Limes: an enquiry needs your answer","body":"","path":"{{path}}","count":1,"tag":"m-1"}""");

        await Deadline.Until(async () => await page.EvaluateAsync<string>(Shown) == "The Limes: an enquiry needs your answer|m-1", "the notification is shown");
        await worker.Evaluate(Click);
        await Expect(page).ToHaveURLAsync($"{address}{path[1..]}");
        (await page.EvaluateAsync<string>(Shown)).ShouldBeEmpty();
    }
}
