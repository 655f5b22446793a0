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
    private const int MostPresses = 300;

    private readonly Func<Task<IBrowserContext>> _newContext;
    private readonly Uri _board;
    private readonly ConcurrentQueue<string> _faults = [];
    private IBrowserContext _context;
    private string[] _mayBeDenied = [];
    private bool _mayMissTheServer;
    private Uri? _mayAsk;

    private Person(Func<Task<IBrowserContext>> newContext, IBrowserContext context, IPage page, Uri board)
    {
        (_newContext, _context, Page, _board) = (newContext, context, page, board);
        Watch(page);
    }

    public IPage Page { get; private set; }

    /// <summary>How often this person has tapped or clicked; choosing from a list takes two.</summary>
    public int Taps { get; private set; }

    private void Watch(IPage page)
    {
        page.Request += (_, request) => NoteAddress(request.Url);
        page.WebSocket += (_, socket) => NoteAddress(socket.Url);
        page.Console += (_, message) => NoteConsole(message);
        page.PageError += (_, error) => _faults.Enqueue($"script failed: {error}");
    }

    /// <param name="session">The cookie of whoever is signed in; null for a stranger.</param>
    public static async Task<Person> Come(SharedBrowser browser, Uri board, BrowserNewContextOptions options, string? session = null)
    {
        options.BaseURL = board.OriginalString;
        options.Locale = "en-GB";
        options.TimezoneId = "Europe/London";
        var context = await NewContext();
        if (session is not null)
        {
            await context.AddCookiesAsync([new() { Name = Sessions.CookieName, Value = session, Domain = board.Host, Path = "/", HttpOnly = true }]);
        }

        return new(NewContext, context, await context.NewPageAsync(), board);

        Task<IBrowserContext> NewContext() => browser.NewContext(options);
    }

    /// <summary>Closes the browser and opens it again: what it was to keep only until then is gone.</summary>
    public async Task CloseBrowser()
    {
        var kept = (await _context.CookiesAsync()).Where(cookie => cookie.Expires > 0)
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, Expires = cookie.Expires, HttpOnly = cookie.HttpOnly });
        await _context.CloseAsync();
        _context = await _newContext();
        await _context.AddCookiesAsync(kept);
        Page = await _context.NewPageAsync();
        Watch(Page);
    }

    public async Task<IResponse> Open(string path) => (await Page.GotoAsync(path)).ShouldNotBeNull();

    /// <summary>Reaches everything by the keyboard alone.</summary>
    public bool HasNoPointer { get; set; }

    public async Task Tap(ILocator target)
    {
        Taps++;
        await (HasNoPointer ? Press(target) : target.ClickAsync());
    }

    public async Task Choose(ILocator list, string label)
    {
        Taps += 2;
        await list.SelectOptionAsync(new SelectOptionValue { Label = label });
    }

    /// <summary>Choosing a file is one tap; finding it is the browser's own.</summary>
    public async Task ChooseFile(ILocator input, string name, byte[] content)
    {
        Taps++;
        await input.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
    }

    /// <summary>From now on the server may be away, which browsers report as errors.</summary>
    public void MayMissTheServer() => _mayMissTheServer = true;

    /// <summary>From now on the content security policy may deny the page what these words are of; the console says so.</summary>
    public void MayBeDenied(params string[] words) => _mayBeDenied = words;

    /// <summary>From now on another server may be asked too: the organisation's sign-on.</summary>
    public void MayAsk(Uri other) => _mayAsk = other;

    /// <summary>From now on pages may read and write what was copied.</summary>
    public Task MayCopy() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    /// <summary>Remembers on the page itself that it is this one, so that a reload would show.</summary>
    public Task Remember() => Page.EvaluateAsync("document.remembered = true");

    public async Task ShouldNotHaveReloaded() => (await Page.EvaluateAsync<bool>("document.remembered === true")).ShouldBeTrue("The page was reloaded.");

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        ShouldHaveNoFaults();
    }

    public void ShouldHaveNoFaults()
    {
        var faults = _faults.ToArray();
        _faults.Clear();
        faults.ShouldBeEmpty();
    }

    /// <summary>Goes there with the Tab key, or within a group with an arrow, and presses what a browser presses it with.</summary>
    private async Task Press(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        await target.EvaluateAsync("element => window.wanted = element.closest('label')?.control ?? element.closest('a, button, input, select, summary, textarea')");
        for (var presses = 0; !await IsThere(); presses++)
        {
            presses.ShouldBeLessThan(MostPresses, $"{target} is not reached by the keyboard");
            await Page.Keyboard.PressAsync(await Page.EvaluateAsync<bool>("window.wanted.type === 'radio' && document.activeElement.name === window.wanted.name") ? "ArrowDown" : "Tab");
        }

        if (await Page.EvaluateAsync<bool>("window.wanted.matches('a, button, summary')"))
        {
            await Page.Keyboard.PressAsync("Enter");
        }
        else if (await Page.EvaluateAsync<bool>("window.wanted.matches('[type=radio], [type=checkbox]') && !window.wanted.checked"))
        {
            await Page.Keyboard.PressAsync(" ");
        }

        Task<bool> IsThere() => Page.EvaluateAsync<bool>("document.activeElement === window.wanted");
    }

    private void NoteAddress(string address)
    {
        if (new Uri(address) is var uri && uri.Scheme is not ("data" or "blob") && uri.Authority != _board.Authority && uri.Authority != _mayAsk?.Authority)
        {
            _faults.Enqueue($"another host was asked for {address}");
        }
    }

    private void NoteConsole(IConsoleMessage message)
    {
        var isAnswer = message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal);
        var isDenial = _mayBeDenied.Any(words => message.Text.StartsWith(words, StringComparison.Ordinal));
        if (message.Type is "error" && !_mayMissTheServer && !isAnswer && !isDenial)
        {
            _faults.Enqueue($"console: {message.Text} at {message.Location}");
        }
    }
}
