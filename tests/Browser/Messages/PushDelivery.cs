using Microsoft.Playwright;

namespace CapacityBoard.Browser.Messages;

/// <summary>Hands a page's service worker what a push service would bring.</summary>
internal sealed class PushDelivery : IAsyncDisposable
{
    private readonly IPage _page;
    private readonly ICDPSession _session;
    private readonly TaskCompletionSource<string> _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PushDelivery(IPage page, ICDPSession session)
    {
        (_page, _session) = (page, session);
        session.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, update) =>
        {
            foreach (var registration in update!.Value.GetProperty("registrations").EnumerateArray())
            {
                _registered.TrySetResult(registration.GetProperty("registrationId").GetString()!);
            }
        };
    }

    public static async Task<PushDelivery> To(IPage page)
    {
        var delivery = new PushDelivery(page, await page.Context.NewCDPSessionAsync(page));
        await delivery._session.SendAsync("ServiceWorker.enable");
        return delivery;
    }

    public async Task Deliver(string data) => await _session.SendAsync("ServiceWorker.deliverPushMessage", new()
    {
        ["origin"] = await _page.EvaluateAsync<string>("location.origin"),
        ["registrationId"] = await _registered.Task,
        ["data"] = data,
    });

    public async ValueTask DisposeAsync() => await _session.DetachAsync();
}
