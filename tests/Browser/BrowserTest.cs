using Microsoft.Playwright;

namespace CapacityBoard.Browser;

/// <summary>People at screens of every size, who leave when the test ends.</summary>
public abstract class BrowserTest(SharedBrowser browser) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    /// <summary>Where these people find the board.</summary>
    protected abstract Uri Address { get; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }
    }

    protected Task<Visitor> Phone(bool script = true, Uri? at = null) =>
        Visit(at, new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true, JavaScriptEnabled = script });

    protected Task<Visitor> Desk(bool script = true, Uri? at = null) =>
        Visit(at, new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = script });

    protected Task<Visitor> Wall(Uri? at = null) => Visit(at, new() { ViewportSize = new() { Width = 1920, Height = 1080 } });

    private async Task<Visitor> Visit(Uri? at, BrowserNewContextOptions options)
    {
        var visitor = await Visitor.Come(browser, at ?? Address, options);
        _visitors.Add(visitor);
        return visitor;
    }
}
