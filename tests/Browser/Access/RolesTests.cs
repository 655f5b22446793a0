using System.Text.RegularExpressions;
using CapacityBoard.Access;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Access;

/// <summary>Somebody of each role signs in with their password and their app, and sees and changes just what is theirs.</summary>
public sealed partial class RolesTests(SharedBrowser browser, EveryState board) : BrowserTest(browser), IClassFixture<EveryState>
{
    private const string Reference = "A-77";

    private static readonly string Board = $"/{EveryState.Locality}";
    private static readonly string Limes = BrowsedBoard.PathOf(EveryState.Limes);
    private static readonly string Unit = BrowsedBoard.PathOf(EveryState.Unit);
    private static readonly string Ward = BrowsedBoard.PathOf(EveryState.Ward);
    private static readonly string Hold = $"{Board}/hold?site={EveryState.Limes}&type=general-nursing";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenCareProvider_ThenItsOwnHomeIsItsOwnAndOfOthersOnlyCountsAreSeen()
    {
        var person = await SignedIn(Role.CareProvider, Scope.Of(EveryState.Limes));

        await ShouldShow(person, Limes, "People waiting to come to you", Reference, "Confirm no change");
        await ShouldNotShow(person, Limes, "Suspend placements");
        await ShouldSeeCountsOf(person);
        await Expect(person.Page.Locator("a.cb-about__name")).ToHaveTextAsync(["The Limes"]);
        await ShouldBeRefused(person, $"{Board}/sites/the-stale-house", Unit, Ward, Hold, "/import", "/admin");
    }

    [Fact]
    public async Task GivenWard_ThenItsPeopleAreItsOwnAndTheBoardIsWhole()
    {
        var person = await SignedIn(Role.Ward, Scope.Of(EveryState.Ward));

        await ShouldShow(person, Ward, "W-1", "Confirm no change", "Total and closed beds");
        await ShouldSeeTheWholeBoard(person);
        await Expect(person.Page.Locator("a.cb-about__name")).ToHaveCountAsync(1);
        await Expect(person.Page.Locator("td.cb-hold a")).ToHaveCountAsync(0);
        await ShouldBeRefused(person, BrowsedBoard.PathOf(EveryState.OtherWard), Limes, Hold, "/admin");
    }

    [Fact]
    public async Task GivenTransferTeam_ThenItHoldsBedsAndSeesWhoWaits()
    {
        var person = await SignedIn(Role.TransferTeam, Scope.Parse(EveryState.Locality));

        await ShouldSeeTheWholeBoard(person);
        await Expect(person.Page.Locator("td.cb-hold a").First).ToBeVisibleAsync();
        await ShouldShow(person, Hold, "Hold a bed", Reference);
        await ShouldShow(person, Limes, Reference, "Suspend placements");
        await ShouldShow(person, Ward, "W-1");
        await Expect(person.Page.Locator(".cb-bed__toggle")).ToHaveCountAsync(0);
        await ShouldBeRefused(person, "/import", "/admin");
    }

    [Fact]
    public async Task GivenGrandRound_ThenTheStaysOfItsHospitalAreSeenAndNothingIsChanged()
    {
        var person = await SignedIn(Role.GrandRound, Scope.Parse($"{EveryState.Locality}/{EveryState.Ward.Hospital}"));

        await ShouldSeeTheWholeBoard(person);
        await ShouldShow(person, Ward, "W-1");
        (await FormsOn(person)).ShouldBeEmpty();
        await ShouldBeRefused(person, Limes, Hold, "/import", "/admin");
    }

    [Fact]
    public async Task GivenCommissioner_ThenPlacementsAreStoppedAndNobodysStayIsSeen()
    {
        var person = await SignedIn(Role.Commissioner, Scope.Parse(EveryState.Locality));

        await ShouldSeeTheWholeBoard(person);
        await ShouldShow(person, Limes, "Held here", "Suspend placements");
        await ShouldNotShow(person, Limes, Reference, "ground-floor room", "Confirm no change");
        (await FormsOn(person)).ShouldBe(["Suspend"]);
        await ShouldBeRefused(person, Ward, $"{Unit}/people", Hold, "/admin");
    }

    [Fact]
    public async Task GivenViewer_ThenCountsAreSeenAndNothingElse()
    {
        var person = await SignedIn(Role.Viewer, Scope.Parse(EveryState.Locality));

        await ShouldSeeCountsOf(person);
        await Expect(person.Page.Locator("a.cb-about__name")).ToHaveCountAsync(0);
        await person.Open($"{Board}/wall");
        await Expect(person.Page.Locator("#live")).ToHaveTextAsync("Live");
        await ShouldBeRefused(person, Limes, Ward, Unit, Hold, "/import", "/admin");
    }

    [Fact]
    public async Task GivenAdministrator_ThenSitesAreSeenAndNobodysStay()
    {
        var person = await SignedIn(Role.Administrator, Scope.Parse(EveryState.Locality));

        await ShouldSeeTheWholeBoard(person);
        await ShouldNotShow(person, Limes, Reference);
        (await FormsOn(person)).ShouldBeEmpty();
        await ShouldBeRefused(person, Ward, Hold);
        (await person.Open("/import")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task GivenPhoneThatKeepsItsPersonSignedIn_WhenTheBrowserWasClosed_ThenOneMoreBedIsStillSavedWithinThreeTaps()
    {
        var home = await board.HomeAlone();
        var phone = await SignedIn(Role.CareProvider, Scope.Of(home), keep: true);
        await phone.CloseBrowser();
        var taps = phone.Taps;

        await phone.Open(BrowsedBoard.PathOf(home));
        await phone.Tap(new HomePage(phone.Page).More);

        await Expect(new HomePage(phone.Page).Said).ToContainTextAsync("Saved at");
        (phone.Taps - taps).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task GivenPageThatIsOpen_WhenItsPersonIsSignedOutElsewhere_ThenItSaysThatItIsNotLiveAndShowsNoMore()
    {
        var person = await SignedIn(Role.TransferTeam, Scope.Parse(EveryState.Locality), userName: "ended");
        await person.Open(Board);
        await Expect(person.Page.Locator("#live")).ToHaveTextAsync("Live");
        person.MayMissTheServer();

        await board.Server.With("ended, tester", (register, account) => register.SignOutEverywhere(account, GivenAccounts.Administrator));

        await Expect(person.Page.Locator("#live")).ToContainTextAsync("You are signed out", new() { Timeout = 60_000 });
    }

    private async Task<Person> SignedIn(Role role, Scope scope, bool keep = false, string? userName = null)
    {
        userName ??= $"{Codes.Of(role)}-{Guid.NewGuid():n}";
        var link = await board.Server.Invitation(userName, new Grant(role, scope));
        var person = await Phone(name: null);
        await person.Open(link);
        await person.Page.Locator("#join-password").FillAsync(GivenAccounts.Password);
        await person.Tap(person.Page.Locator("#join-send"));
        var app = new AuthenticatorApp(await person.Page.Locator(".cb-key").InnerTextAsync());
        await person.Page.Locator("#authenticator-code").FillAsync(app.Code());
        await person.Tap(person.Page.Locator("#authenticator-send"));
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Your recovery codes");
        await person.Tap(person.Page.Locator("#sign-out"));
        await SignIn(person, userName, app, keep);
        return person;
    }

    private static async Task SignIn(Person person, string userName, AuthenticatorApp app, bool keep)
    {
        await person.Open("/sign-in");
        await person.Page.Locator("#sign-in-name").FillAsync(userName);
        await person.Page.Locator("#sign-in-password").FillAsync(GivenAccounts.Password);
        if (keep)
        {
            await person.Page.Locator("#sign-in-keep").CheckAsync();
        }

        await person.Tap(person.Page.Locator("#sign-in-send"));
        await person.Page.Locator("#authenticator-code").FillAsync(app.Code());
        await person.Tap(person.Page.Locator("#authenticator-send"));
        await Expect(person.Page.Locator("#account")).ToContainTextAsync(userName);
    }

    private static async Task ShouldSeeTheWholeBoard(Person person)
    {
        await person.Open(Board);
        await Expect(person.Page.Locator("#live")).ToHaveTextAsync("Live");
        await Expect(Row(person).Locator("[data-cell=age]")).ToContainTextAsync("by API");
        await Expect(Row(person).Locator("[data-cell=telephone]")).ToHaveTextAsync("0161 496 0001");
    }

    private static async Task ShouldSeeCountsOf(Person person)
    {
        await person.Open(Board);
        await Expect(person.Page.Locator("#live")).ToHaveTextAsync("Live");
        await Expect(Row(person).Locator("[data-cell=age]")).ToContainTextAsync("Fresh");
        await Expect(Row(person).Locator("[data-cell=telephone]")).ToHaveTextAsync("");
        await Expect(person.Page.Locator("td.cb-hold a")).ToHaveCountAsync(0);
        (await person.Page.ContentAsync()).ShouldNotContain("by API");
    }

    private static Microsoft.Playwright.ILocator Row(Person person) => person.Page.Locator($"[data-site='{EveryState.Limes}']");

    private static async Task ShouldShow(Person person, string path, params string[] words)
    {
        (await person.Open(path)).Status.ShouldBe(200, path);
        foreach (var word in words)
        {
            await Expect(person.Page.Locator("main")).ToContainTextAsync(word);
        }
    }

    /// <summary>Not in what is shown, and not in what was sent either.</summary>
    private static async Task ShouldNotShow(Person person, string path, params string[] words)
    {
        var answer = await person.Open(path);
        answer.Status.ShouldBe(200, path);
        var sent = await answer.TextAsync();
        words.ShouldAllBe(word => !sent.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task ShouldBeRefused(Person person, params string[] paths)
    {
        foreach (var path in paths)
        {
            (await person.Open(path)).Status.ShouldBe(403, path);
            await Expect(person.Page.Locator("h1")).ToHaveTextAsync("You do not have permission");
        }
    }

    /// <summary>The forms of a page, by what they do.</summary>
    private static async Task<IEnumerable<string>> FormsOn(Person person) =>
        Handler().Matches(await person.Page.Locator("main").InnerHTMLAsync()).Select(handler => handler.Groups[1].Value).Distinct();

    [GeneratedRegex("handler=([A-Za-z]+)")]
    private static partial Regex Handler();
}
