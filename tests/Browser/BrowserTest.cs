using CapacityBoard.Access;
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

    /// <param name="name">Who is signed in on it, and may do everything; null for a stranger.</param>
    protected Task<Person> Phone(bool script = true, Uri? at = null, string? name = Sessions.Anyone) =>
        Visit(at, name, new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true, JavaScriptEnabled = script });

    protected Task<Person> Desk(bool script = true, Uri? at = null, string? name = Sessions.Anyone) =>
        Visit(at, name, new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = script });

    protected Task<Person> Wall(Uri? at = null, string? name = Sessions.Anyone) =>
        Visit(at, name, new() { ViewportSize = new() { Width = 1920, Height = 1080 } });

    /// <summary>Somebody at a screen who may do no more than their roles allow.</summary>
    protected async Task<Person> InRole(string name, bool phone, params Grant[] grants)
    {
        var own = $"{name}, {grants[0].Scope}";
        _ = await Sessions.CookieOf(Address, own, grants);
        return phone ? await Phone(name: own) : await Desk(name: own);
    }

    private async Task<Person> Visit(Uri? at, string? name, BrowserNewContextOptions options)
    {
        var person = await Person.Come(browser, at ?? Address, options, name is null ? null : await Sessions.CookieOf(at ?? Address, name));
        _people.Add(person);
        return person;
    }
}
