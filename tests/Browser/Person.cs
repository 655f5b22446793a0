using System.Collections.Concurrent;
using CapacityBoard.Support;
using Microsoft.Playwright;

namespace CapacityBoard.Browser;

/// <summary>
/// One person at a screen of their own. It notes what no page of the board may do: ask another host for anything,
/// write an error to the console (a refusal by the content security policy is one), or fail in a script.
/// </summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _board;
    private readonly ConcurrentQueue<string> _faults = [];
    private bool _mayMissTheServer;

    private Person(IBrowserContext context, IPage page, Uri board)
    {
        (_context, Page, _board) = (context, page, board);
        page.Request += (_, request) => NoteAddress(request.Url);
        page.WebSocket += (_, socket) => NoteAddress(socket.Url);
        page.Console += (_, message) => NoteConsole(message);
        page.PageError += (_, error) => _faults.Enqueue($"script failed: {error}");
    }

    public IPage Page { get; }

    /// <summary>How often this person has tapped or clicked; choosing from a list takes two.</summary>
    public int Taps { get; private set; }

    /// <param name="session">The cookie of whoever is signed in; null for a stranger.</param>
    public static async Task<Person> Come(SharedBrowser browser, Uri board, BrowserNewContextOptions options, string? session = null)
    {
        options.BaseURL = board.OriginalString;
        options.Locale = "en-GB";
        options.TimezoneId = "Europe/London";
        var context = await browser.NewContext(options);
        if (session is not null)
        {
            await context.AddCookiesAsync([new() { Name = Sessions.CookieName, Value = session, Domain = board.Host, Path = "/", HttpOnly = true }]);
        }

        return new(context, await context.NewPageAsync(), board);
    }

    public async Task<IResponse> Open(string path) => (await Page.GotoAsync(path)).ShouldNotBeNull();

    public async Task Tap(ILocator target)
    {
        Taps++;
        await target.ClickAsync();
    }

    public async Task Choose(ILocator list, string label)
    {
        Taps += 2;
        await list.SelectOptionAsync(new SelectOptionValue { Label = label });
    }

    /// <summary>From now on the server may be away, which browsers report as errors.</summary>
    public void MayMissTheServer() => _mayMissTheServer = true;

    /// <summary>Remembers on the page itself that it is this one, so that a reload would show.</summary>
    public Task Remember() => Page.EvaluateAsync("document.remembered = true");

    public async Task ShouldNotHaveReloaded() => (await Page.EvaluateAsync<bool>("document.remembered === true")).ShouldBeTrue("The page was reloaded.");

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _faults.ShouldBeEmpty();
    }

    private void NoteAddress(string address)
    {
        if (new Uri(address) is var uri && uri.Scheme is not ("data" or "blob") && uri.Authority != _board.Authority)
        {
            _faults.Enqueue($"another host was asked for {address}");
        }
    }

    private void NoteConsole(IConsoleMessage message)
    {
        var isAnswer = message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal);
        if (message.Type is "error" && !_mayMissTheServer && !isAnswer)
        {
            _faults.Enqueue($"console: {message.Text} at {message.Location}");
        }
    }
}
