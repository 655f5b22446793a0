using CapacityBoard.Support;
using Microsoft.Playwright;

namespace CapacityBoard.Browser;

/// <summary>People at screens of every size, who leave when the test ends.</summary>
public abstract class BrowserTest(SharedBrowser browser) : IAsyncLifetime
{
    private readonly List<Person> _people = [];

    /// <summary>Where these people find the board.</summary>
    protected abstract Uri Address { get; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }
    }

    protected Task<Person> Phone(bool script = true, Uri? at = null, bool signedIn = true) =>
        Visit(at, new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true, JavaScriptEnabled = script }, signedIn);

    protected Task<Person> Desk(bool script = true, Uri? at = null) =>
        Visit(at, new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = script });

    protected Task<Person> Wall(Uri? at = null) => Visit(at, new() { ViewportSize = new() { Width = 1920, Height = 1080 } });

    private async Task<Person> Visit(Uri? at, BrowserNewContextOptions options, bool signedIn = true)
    {
        var person = await Person.Come(browser, at ?? Address, options, signedIn ? await Sessions.CookieOf(at ?? Address) : null);
        _people.Add(person);
        return person;
    }
}
