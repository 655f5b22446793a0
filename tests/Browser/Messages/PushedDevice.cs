namespace CapacityBoard.Browser.Messages;

/// <summary>
/// A device with the board's service worker, whose browser is handed what a push service would bring. The browser without windows may
/// show no notifications, so what the worker shows is kept in a list, where a tag replaces as in a browser.
/// </summary>
internal sealed class PushedDevice : IAsyncDisposable
{
    private const string Register = """
        async () => {
          await navigator.serviceWorker.register("/dist/push.worker.js", { scope: "/" });
          await navigator.serviceWorker.ready;
          while (!navigator.serviceWorker.controller) {
            await new Promise(resolve => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
          }
          return navigator.serviceWorker.controller.scriptURL;
        }
        """;

    private const string KeepWhatIsShown = """
        self.shown = [];
        self.badges = [];
        self.opened = [];
        self.registration.showNotification = async (title, options) => {
          self.shown = self.shown.filter(each => options.tag === "" || each.tag !== options.tag);
          const notification = { title, ...options, close: () => (self.shown = self.shown.filter(each => each !== notification)) };
          self.shown.push(notification);
        };
        self.navigator.setAppBadge = async count => void self.badges.push(count);
        self.clients.openWindow = async address => void self.opened.push(address);
        """;

    private const string ClickIt = """
        (async () => {
          const work = [];
          const click = Object.assign(new ExtendableEvent("notificationclick"), { notification: self.shown[0] });
          click.waitUntil = each => work.push(each);
          self.dispatchEvent(click);
          await Promise.all(work);
        })()
        """;

    private readonly PushDelivery _delivery;
    private readonly WorkerSession _worker;

    private PushedDevice(PushDelivery delivery, WorkerSession worker) => (_delivery, _worker) = (delivery, worker);

    public static async Task<PushedDevice> Of(Person person)
    {
        await person.Open("/help");
        var delivery = await PushDelivery.To(person.Page);
        var worker = await WorkerSession.Of(person.Page.Context.Browser!, await person.Page.EvaluateAsync<string>(Register));
        await worker.Evaluate(KeepWhatIsShown);
        return new(delivery, worker);
    }

    /// <summary>Brings data, and waits until the worker has shown something.</summary>
    public async Task Push(string data)
    {
        await _worker.Evaluate("self.before = self.shown.at(-1)");
        await _delivery.Deliver(data);
        await _worker.Evaluate("(async () => { while (self.shown.at(-1) === self.before) { await new Promise(resolve => setTimeout(resolve, 10)); } })()");
    }

    /// <summary>What the device's notifications say.</summary>
    public Task<string> Shown() => _worker.Evaluate("self.shown.map(each => `${each.title}: ${each.body}`).join('; ')");

    public Task<string> Badges() => _worker.Evaluate("self.badges.join()");

    /// <summary>The addresses of new windows.</summary>
    public Task<string> Opened() => _worker.Evaluate("self.opened.join()");

    /// <summary>Clicks the first notification, as the browser tells the worker of it.</summary>
    public Task Click() => _worker.Evaluate(ClickIt);

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _delivery.DisposeAsync();
    }
}
