using System.Web;
using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Messages;

/// <summary>The form by which a device gets notifications, on a page of the test's own. The browser's subscriptions are the test's too, since none of its push services can be reached.</summary>
public sealed class PushFormTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Key = "BAECAw";

    private const string Form = $"""
        <!DOCTYPE html><html lang="en"><head><title>Messages</title><script type="module" src="/dist/push.js"></script></head><body>
        <form method="post" action="/messages-of-the-test" data-push-key="{Key}">
          <input type="hidden" name="__RequestVerificationToken" value="token">
          <input type="hidden" name="endpoint"><input type="hidden" name="p256dh"><input type="hidden" name="auth"><input type="hidden" name="key">
          <p data-push-said role="status"></p>
          <button type="submit" data-push="on" hidden>Send notifications to this device</button>
          <button type="submit" data-push="off" formaction="/messages-of-the-test?off" hidden>Stop notifications on this device</button>
        </form></body></html>
        """;

    /// <summary>Subscriptions as a browser has them, kept from page to page; each has another endpoint.</summary>
    private const string Subscriptions = """
        Object.defineProperty(Notification, "permission", { get: () => localStorage.permission ?? "default" });
        Notification.requestPermission = async () => (localStorage.permission = localStorage.answer ?? "granted");
        const bytes = (...all) => new Uint8Array(all).buffer;
        const made = key => ({
          endpoint: `https://push.example/${localStorage.endpoints}`,
          options: { applicationServerKey: new Uint8Array(key).buffer },
          getKey: name => (name === "auth" ? bytes(255, 254) : bytes(4, 5, 6)),
          unsubscribe: async () => delete localStorage.subscribed,
        });
        PushManager.prototype.getSubscription = async () => (localStorage.subscribed ? made(JSON.parse(localStorage.subscribed)) : null);
        PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
          localStorage.endpoints = Number(localStorage.endpoints ?? 0) + 1;
          localStorage.subscribed = JSON.stringify([...applicationServerKey]);
          return made([...applicationServerKey]);
        };
        """;

    private readonly List<string> _sent = [];

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenBrowserThatCan_WhenSwitchedOnAndOff_ThenTheServerIsSentTheSubscriptionAndItsEnd()
    {
        var phone = await WithForm();
        await phone.Tap(On(phone));
        await Expect(Off(phone)).ToBeVisibleAsync();
        _sent.ShouldBe([$" token https://push.example/1 BAUG __4 {Key}"]);
        await Expect(phone.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("This device gets notifications.");
        await Expect(On(phone)).ToBeHiddenAsync();

        await phone.Tap(Off(phone));
        await Expect(On(phone)).ToBeVisibleAsync();
        _sent[^1].ShouldBe("?off token https://push.example/1   ");
    }

    [Fact]
    public async Task GivenPageOfMessages_WhenNotificationsAreSwitchedOnAndOff_ThenTheDeviceIsListedAndGone()
    {
        var phone = await Phone();
        await phone.Page.AddInitScriptAsync(Subscriptions);
        await phone.Open("/account/messages");
        await phone.Tap(On(phone));
        await Expect(phone.Page.Locator(".cb-channels")).ToContainTextAsync("Notification: the device added on");
        await Expect(phone.Page.Locator("#said")).ToContainTextAsync("Notifications come to this device.");
        (await Axe.Faults(phone.Page)).ShouldBeEmpty();

        await phone.Tap(Off(phone));
        await Expect(phone.Page.Locator("#said")).ToContainTextAsync("Notifications no longer come to this device.");
        await Expect(phone.Page.Locator(".cb-channels")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task GivenSubscriptionWithAnEarlierKey_WhenTheFormIsOpened_ThenTheServerIsSentANewOne()
    {
        var phone = await WithForm();
        await phone.Tap(On(phone));
        await Expect(Off(phone)).ToBeVisibleAsync();
        await phone.Page.EvaluateAsync("localStorage.subscribed = '[9,9]'");

        await phone.Open("/messages-of-the-test");

        await Deadline.Until(() => _sent.Count > 1, "the new subscription");
        _sent[^1].ShouldBe($" token https://push.example/2 BAUG __4 {Key}");
        await Expect(Off(phone)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task GivenBlockedNotifications_ThenItSaysWhereToAllowThemAndNothingIsSent()
    {
        var phone = await WithForm("localStorage.answer = 'denied';");
        await phone.Tap(On(phone));
        await Expect(phone.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Notifications are blocked in the browser’s settings");
        await Expect(On(phone)).ToBeHiddenAsync();
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenBrowserThatCannot_ThenItSaysSoAndHasNoButton()
    {
        var phone = await WithForm("delete window.PushManager;");
        await Expect(phone.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("This browser cannot show notifications.");
        await Expect(On(phone)).ToBeHiddenAsync();
    }

    private static ILocator On(Person person) => person.Page.GetByText("Send notifications to this device");

    private static ILocator Off(Person person) => person.Page.GetByText("Stop notifications on this device");

    private async Task<Person> WithForm(string script = "")
    {
        var phone = await Phone();
        await phone.Page.AddInitScriptAsync($"{Subscriptions}{script}");
        await phone.Page.RouteAsync("**/messages-of-the-test*", async route =>
        {
            if (route.Request.Method == "POST")
            {
                var fields = HttpUtility.ParseQueryString(route.Request.PostData!);
                _sent.Add($"{new Uri(route.Request.Url).Query} {fields["__RequestVerificationToken"]} {fields["endpoint"]} {fields["p256dh"]} {fields["auth"]} {fields["key"]}");
            }

            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Form });
        });
        await phone.Open("/messages-of-the-test");
        return phone;
    }
}
