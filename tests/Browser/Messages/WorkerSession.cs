using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace CapacityBoard.Browser.Messages;

/// <summary>Evaluates within a service worker. While one is attached to it, the browser does not stop it.</summary>
internal sealed class WorkerSession : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = [];
    private readonly ICDPSession _browser;
    private readonly string _session;
    private int _last;

    private WorkerSession(ICDPSession browser, string session)
    {
        (_browser, _session) = (browser, session);
        browser.Event("Target.receivedMessageFromTarget").OnEvent += (_, received) =>
        {
            using var message = JsonDocument.Parse(received!.Value.GetProperty("message").GetString()!);
            if (message.RootElement.TryGetProperty("id", out var id) && _asked.TryRemove(id.GetInt32(), out var asked))
            {
                asked.TrySetResult(message.RootElement.GetProperty("result").Clone());
            }
        };
    }

    public static async Task<WorkerSession> Of(IBrowser of, string address)
    {
        var browser = await of.NewBrowserCDPSessionAsync();
        var targets = (await browser.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
        var worker = targets.Single(target => target.GetProperty("type").GetString() == "service_worker" && target.GetProperty("url").GetString() == address);
        var attached = await browser.SendAsync("Target.attachToTarget", new() { ["targetId"] = worker.GetProperty("targetId").GetString()!, ["flatten"] = false });
        return new(browser, attached!.Value.GetProperty("sessionId").GetString()!);
    }

    /// <summary>The value as text, once it is there; a failure in the worker is one of the test.</summary>
    public async Task<string> Evaluate(string expression)
    {
        var id = Interlocked.Increment(ref _last);
        var asked = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _browser.SendAsync("Target.sendMessageToTarget", new()
        {
            ["sessionId"] = _session,
            ["message"] = JsonSerializer.Serialize(new { id, method = "Runtime.evaluate", @params = new { expression, awaitPromise = true } }),
        });
        var answer = await asked.Task;
        answer.TryGetProperty("exceptionDetails", out var failure).ShouldBeFalse(failure.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture)! : "";
    }

    public async ValueTask DisposeAsync() => await _browser.DetachAsync();
}
