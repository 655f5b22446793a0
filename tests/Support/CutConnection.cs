using System.Net;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>
/// A browser whose connection is cut while the server records what it sent: the append goes on although the server already knows
/// that nobody waits for the answer.
/// </summary>
internal sealed class CutConnection : IStartupFilter, IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private WatchedJournal _journal = null!;
    private TaskCompletionSource _noticed = new();
    private TaskCompletionSource _ended = new();

    public CutConnection() => _http = new(new SocketsHttpHandler { CookieContainer = _cookies });

    public void Use(WebApplicationBuilder builder)
    {
        builder.Services.Decorate<IJournal>(journal => _journal = new(journal));
        builder.Services.AddSingleton<IStartupFilter>(this);
    }

    public async Task SignIn(Uri server)
    {
        _http.BaseAddress = server;
        _cookies.Add(server, new Cookie(Sessions.CookieName, await Sessions.CookieOf(server)));
    }

    public async Task<VisitedPage> Visit(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative)).Within($"{path} is shown");
        return await VisitedPage.Of(response);
    }

    /// <summary>
    /// Sends the request, cuts the connection once its append has begun, and waits until the server has finished.
    /// </summary>
    public async Task Post(string address, HttpContent body, string? operation = null)
    {
        var append = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_noticed, _ended, _journal.BeforeAppend) = (new(), new(), append.Task);
        var before = _journal.Appends;
        using var cut = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body, Headers = { { "Idempotency-Key", operation } } };
        var sending = _http.SendAsync(request, cut.Token);
        await Deadline.Until(() => _journal.Appends > before, "the append has begun");
        await cut.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending);
        await _noticed.Task.Within("the server knows that the connection was cut");
        append.SetResult();
        await _ended.Task.Within("the server has done with the request");
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Watch);
        next(app);
    };

    public void Dispose() => _http.Dispose();

    private async Task Watch(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await next(http);
            return;
        }

        await using var noticed = http.RequestAborted.Register(_noticed.SetResult);
        try
        {
            await next(http);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
