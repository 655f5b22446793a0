using CapacityBoard.Access;
using CapacityBoard.Browser.Ui;
using CapacityBoard.Support;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Access.Accounts;

/// <summary>A passkey from its making to its end, in a browser that has a device for it.</summary>
public sealed class PasskeyTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    /// <summary>Makes the browser one that offers passkeys only when asked.</summary>
    private const string FillsInNone = "PublicKeyCredential.isConditionalMediationAvailable = async () => false";

    /// <summary>Passkeys belong to a host that has a name; an address of numbers can have none.</summary>
    protected override Uri Address => new UriBuilder(board.Server.Address) { Host = "localhost" }.Uri;

    [Fact]
    public async Task GivenPhone_WhenAPasskeyIsAdded_ThenOneTapSignsInUntilItIsRemoved()
    {
        var home = await board.HomeAlone();
        var phone = await Member("one-tap", new Grant(Role.CareProvider, Scope.Of(home)));
        await AddPasskey(phone);
        await Expect(phone.Page.Locator(".cb-passkeys")).ToContainTextAsync($"added {board.Clock.GetUtcNow():d MMMM yyyy}");
        await EveryPageTests.ShouldBeInOrder(phone, "account with a passkey");
        await phone.Tap(phone.Page.Locator("#sign-out"));

        await phone.Page.AddInitScriptAsync(FillsInNone);
        await phone.Open($"/sign-in?returnTo={BrowsedBoard.PathOf(home)}");
        var taps = phone.Taps;
        await phone.Tap(phone.Page.Locator("#passkey-send"));

        await Expect(phone.Page.Locator("main")).ToContainTextAsync("Confirm no change");
        (phone.Taps - taps).ShouldBe(1);
        await phone.Open("/account");
        await phone.Tap(phone.Page.Locator(".cb-passkeys summary"));
        await phone.Tap(phone.Page.GetByText("Remove passkey"));
        await Expect(phone.Page.Locator("#said")).ToContainTextAsync("Passkey removed");
        await phone.Tap(phone.Page.Locator("#sign-out"));
        await phone.Open("/sign-in");
        await phone.Tap(phone.Page.Locator("#passkey-send"));
        await Expect(phone.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("That passkey did not sign you in");
        await EveryPageTests.ShouldBeInOrder(phone, "sign-in with a passkey that was removed");
    }

    [Fact]
    public async Task GivenBrowserThatFillsInPasskeys_WhenItsUserChoosesOneInTheNameField_ThenTheyAreSignedIn()
    {
        var phone = await Member("filled-in", new Grant(Role.Viewer, Scope.Everywhere));
        await AddPasskey(phone);
        await phone.Tap(phone.Page.Locator("#sign-out"));
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("You are signed out");

        // The virtual phone chooses at once.
        await phone.Open("/sign-in?returnTo=/freshness");
        await phone.Page.Locator("#sign-in-name").FocusAsync();

        await Expect(phone.Page.Locator("#account")).ToHaveTextAsync("filled-in, tester");
    }

    [Fact]
    public async Task GivenDeviceThatHasAPasskeyAlready_WhenAnotherIsAdded_ThenSaidSo()
    {
        var phone = await Member("again", new Grant(Role.Viewer, Scope.Everywhere));
        await AddPasskey(phone);

        await Begin(phone);
        await phone.Tap(phone.Page.Locator("#new-passkey-send"));

        await Expect(phone.Page.Locator("[data-passkey-said]")).ToHaveTextAsync("This device already has a passkey for your account.");
        await EveryPageTests.ShouldBeInOrder(phone, "adding a passkey");
    }

    [Fact]
    public async Task GivenDeviceWithoutPasskeys_WhenTheButtonIsTapped_ThenSaidSoAndThePasswordStillWorks()
    {
        await board.Server.Member("password-only", new Grant(Role.Viewer, Scope.Everywhere));
        var person = await Desk(name: null);
        await VirtualPhone.PutInto(person.Page);
        await person.Open("/sign-in");
        await person.Tap(person.Page.Locator("#passkey-send"));
        await Expect(person.Page.Locator("[data-passkey-said]")).ToHaveTextAsync("No passkey was used. Try again, or use your password.");

        await person.Page.Locator("#sign-in-name").FillAsync("password-only");
        await person.Page.Locator("#sign-in-password").FillAsync(GivenAccounts.Password);
        await person.Tap(person.Page.Locator("#sign-in-send"));

        await Expect(person.Page.Locator("#sign-in-name")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task GivenBrowserThatCanHaveNone_ThenNoPasskeyIsOffered()
    {
        var unscripted = await Phone(script: false, name: null);
        await unscripted.Open("/sign-in");
        await Expect(unscripted.Page.Locator("#passkey-send")).ToBeHiddenAsync();
        var unnamed = await Phone(at: board.Server.Address, name: null);
        await unnamed.Open("/sign-in");
        await Expect(unnamed.Page.Locator("#passkey-send")).ToBeHiddenAsync();
        await Expect(unnamed.Page.Locator("#sign-in-send")).ToBeVisibleAsync();
    }

    /// <summary>Somebody with a second factor, signed in on a phone that can have passkeys.</summary>
    private async Task<Person> Member(string userName, Grant grant)
    {
        await board.Server.Member(userName, grant);
        Sessions.Know(Address, board.Server.Address);
        var phone = await Phone(name: $"{userName}, tester");
        await VirtualPhone.PutInto(phone.Page);
        return phone;
    }

    private static async Task AddPasskey(Person phone)
    {
        await Begin(phone);
        await phone.Tap(phone.Page.Locator("#new-passkey-send"));
        await Expect(phone.Page.Locator("#said")).ToContainTextAsync("Passkey added");
    }

    private static async Task Begin(Person phone)
    {
        await phone.Open("/account");
        await phone.Tap(phone.Page.Locator("details[data-passkey] summary"));
        await phone.Page.Locator("#passkey-current").FillAsync(GivenAccounts.Password);
        await phone.Tap(phone.Page.Locator("#passkey-send"));
        await Expect(phone.Page.Locator("#new-passkey-send")).ToBeVisibleAsync();
    }
}
