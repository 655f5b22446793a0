using CapacityBoard.Access;
using CapacityBoard.Browser.Ui;
using CapacityBoard.Support;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Access.Accounts;

/// <summary>The way from an invitation to the board, and through the organisation's sign-on: each page that only it leads to.</summary>
public sealed class WayInTests(SharedBrowser browser) : BrowserTest(browser)
{
    /// <summary>What no other test looks at.</summary>
    public static readonly string[] Pages = ["/Access/Accounts/Authenticator", "/Access/Accounts/Code", "/Access/Accounts/Organisation"];

    private SignOnProvider _provider = null!;
    private BrowsedBoard _board = null!;

    protected override Uri Address => _board.Server.Address;

    public override async ValueTask InitializeAsync()
    {
        _provider = await SignOnProvider.Start();
        _board = new();
        foreach (var (name, value) in _provider.Settings("*"))
        {
            _board.Server.Settings[name] = value;
        }

        await _board.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _board.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task GivenInvitation_WhenItsPersonJoinsAndSignsIn_ThenEveryPageOnTheWayIsInOrder()
    {
        var link = await _board.Server.Invitation("on-the-way", new Grant(Role.TransferTeam, Scope.Everywhere));
        var person = await Phone(name: null);
        await person.Open(link);
        await InOrder(person, "join");
        await person.Page.Locator("#join-password").FillAsync("short");
        await person.Tap(person.Page.Locator("#join-send"));
        await Expect(person.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("at least 12 characters");
        await InOrder(person, "join with a problem");
        await person.Page.Locator("#join-password").FillAsync(GivenAccounts.Password);
        await person.Tap(person.Page.Locator("#join-send"));
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Set up your authenticator app");
        await InOrder(person, "authenticator");
        var key = (await person.Page.Locator(".cb-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        (await person.Page.Locator("#open-app").GetAttributeAsync("href")).ShouldNotBeNull().ShouldStartWith("otpauth://totp/Capacity%20board:on-the-way?");
        (await person.Page.Locator("#open-app").GetAttributeAsync("href"))!.ShouldContain($"secret={key.ToUpperInvariant()}&");
        await person.MayCopy();
        await person.Tap(person.Page.Locator("[data-copy=app-key]"));
        await Expect(person.Page.Locator("[data-copy=app-key]")).ToHaveTextAsync("Copied");
        (await person.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(key);
        var app = new AuthenticatorApp(await person.Page.Locator(".cb-key").InnerTextAsync());
        await person.Page.Locator("#authenticator-code").FillAsync(app.Code());
        await person.Tap(person.Page.Locator("#authenticator-send"));
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Your recovery codes");
        await InOrder(person, "recovery codes");
        await person.Tap(person.Page.Locator("#sign-out"));
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("You are signed out");
        await person.Open("/sign-in");
        await InOrder(person, "sign-in");
        await person.Page.Locator("#sign-in-name").FillAsync("on-the-way");
        await person.Page.Locator("#sign-in-password").FillAsync(GivenAccounts.Password);
        await person.Tap(person.Page.Locator("#sign-in-send"));
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Enter a code");
        await InOrder(person, "code");
    }

    [Fact]
    public async Task GivenPersonOfTheOrganisation_WhenTheyTapThroughItsSignOn_ThenTheyAreOnTheBoard()
    {
        var home = await _board.HomeAlone();
        _provider.Person = SignOnPerson.InGroups("1", "Jo Brown", "itt");
        var person = await Phone(name: null);
        person.MayAsk(new Uri(_provider.Issuer));

        await person.Open($"/{home.Locality}");
        await person.Tap(person.Page.Locator("#organisation"));

        await Expect(person.Page.Locator("#account")).ToHaveTextAsync("Jo Brown");
        await Expect(person.Page.Locator("#live")).ToHaveTextAsync("Live");
        await person.Open("/sign-in/organisation?handler=Failed");
        await InOrder(person, "sign-on that failed");
    }

    private static Task InOrder(Person person, string name) => EveryPageTests.ShouldBeInOrder(person, name);
}
