using System.Text.RegularExpressions;
using CapacityBoard.Beds;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Policies;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Board;

/// <summary>A home's phone, the transfer team's board and the office's wall, while the server lives, dies and comes back.</summary>
public sealed class LiveBoardTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private static readonly Regex NotLive = new(@"^Not live since \d\d:\d\d – the figures below are from then$");
    private static readonly Regex Marked = new("cb-changed");

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenBoardAndWallOpen_WhenAHomeSaysThatABedIsFree_ThenBothShowItWithTotalAgeAndWhoSaidSo()
    {
        var home = SiteKey.Of(board.NewLocality(), "the-limes");
        await board.Ago(TimeSpan.FromHours(3), () => board.Home(home.Locality, home.Name));
        await board.Home(home.Locality, "the-oaks", total: 8, occupied: 7);
        var (desk, wall) = (await Watching(await Desk(), home.Locality), await Watching(await Wall(), $"{home.Locality}/wall"));
        await Expect(BoardRow(desk, home)).ToContainTextAsync("3 hours ago");
        var phone = await Phone();
        await phone.Open(BrowsedBoard.PathOf(home));

        await phone.Tap(new HomePage(phone.Page).More);

        await Expect(Available(desk, home)).ToHaveTextAsync("5");
        await Expect(BoardRow(desk, home).Locator("[data-cell=available]")).ToHaveClassAsync(Marked);
        await Expect(BoardRow(desk, home).Locator("[data-cell=age]")).ToHaveTextAsync("Fresh just now by The Limes");
        await Expect(desk.Page.Locator("[data-key=general-nursing] [data-cell=available]")).ToHaveTextAsync("6");
        await Expect(wall.Page.Locator("[data-list=types] [data-key=general-nursing] strong")).ToHaveTextAsync("6");
        var entry = wall.Page.Locator($"[data-key='{home} general-nursing']");
        await Expect(entry).ToHaveTextAsync("5 The Limes General nursing just now");
        await desk.ShouldNotHaveReloaded();
        await wall.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenBoardWallAndItsOwnPageOpen_WhenAHomeClosesAndReopens_ThenItGoesFromTheScreensAndComesBack()
    {
        var home = SiteKey.Of(board.NewLocality(), "the-limes");
        await board.Home(home.Locality, home.Name);
        await board.Home(home.Locality, "the-oaks", total: 8, occupied: 7);
        var (desk, wall) = (await Watching(await Desk(), home.Locality), await Watching(await Wall(), $"{home.Locality}/wall"));
        var phone = await Phone();
        await phone.Open(BrowsedBoard.PathOf(home));
        var entry = wall.Page.Locator($"[data-key='{home} general-nursing']");
        await Expect(entry).ToHaveCountAsync(1);

        (await board.Server.Say(SiteKind.CareHome, home, new CloseSite("Home sold"))).ThenAccepted();

        await Expect(BoardRow(desk, home)).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("[data-count=all]")).ToHaveTextAsync("1");
        await Expect(entry).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#closed")).ToBeVisibleAsync();
        await Expect(phone.Page.Locator("main form")).ToHaveCountAsync(0);

        (await board.Server.Say(SiteKind.CareHome, home, new ReopenSite())).ThenAccepted();

        await Expect(Available(desk, home)).ToHaveTextAsync("4");
        await Expect(entry).ToHaveCountAsync(1);
        await Expect(new HomePage(phone.Page).Free).ToHaveTextAsync("4");
        await desk.ShouldNotHaveReloaded();
        await wall.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenBoardWallAndWardOpen_WhenTheLocalitySetsAPolicyOfItsOwn_ThenEachShowsFiguresAndWordsByIt()
    {
        var ward = SiteKey.OfWard(board.NewLocality(), "stepping-hill", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new AdmitStay("S-1", "1", AdmittedAt: board.Clock.GetUtcNow().AddDays(-4)))).ThenAccepted();
        await board.Server.OnTheBoard(ward);
        var (desk, wall) = (await Watching(await Desk(), ward.Locality), await Watching(await Wall(), $"{ward.Locality}/wall"));
        var nurse = await Desk();
        await nurse.Open(BrowsedBoard.PathOf(ward));
        await Expect(desk.Page.Locator("[data-cell=long]")).ToHaveTextAsync("0 in hospital for 7 nights or more, 0 of them 21 or more");
        await Expect(wall.Page.Locator("[data-cell=long]")).ToHaveTextAsync("0 in for 7 nights or more");

        board.Server.Services.GetRequiredService<LocalityPolicies>().Set(
            [new(ward.Locality, board.Clock.GetUtcNow(), new() { Ward = new(1, 3), LongStayMidnights = 3, SuperStrandedMidnights = 9 })]);

        await Expect(desk.Page.Locator("[data-cell=long]")).ToHaveTextAsync("1 in hospital for 3 nights or more, 0 of them 9 or more");
        await Expect(desk.Page.Locator("[data-list=rules] [data-key=ward]")).ToHaveTextAsync("Ward: fresh up to 1 hour, stale after 3 hours.");
        await Expect(desk.Page.Locator("[data-list=rules] [data-key=long-stay]")).ToHaveTextAsync("A long stay is 3 nights or more, a super-stranded stay 9 or more.");
        await Expect(wall.Page.Locator("[data-cell=long]")).ToHaveTextAsync("1 in for 3 nights or more");
        await Expect(nurse.Page.Locator("#freshness")).ToContainTextAsync("Figures are fresh for 1 hour.");
        await Expect(nurse.Page.Locator("main")).ToContainTextAsync("1 long stay of 3 nights or more");
        await desk.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenScreens_WhenTheServerIsKilledAndStartsAgain_ThenTheySaySinceWhenTheyAreNotLiveAndComeBackByThemselves()
    {
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("data");
        await using var killed = await ServerProcess.Start(data);
        Sessions.Know(killed.Address, data);
        var home = await TheLimes(killed.Address);
        var (desk, wall) = (await Watching(await Desk(at: killed.Address), home.Locality), await Watching(await Wall(killed.Address), $"{home.Locality}/wall"));
        var phone = await Phone(at: killed.Address);
        await phone.Open(BrowsedBoard.PathOf(home));
        var page = new HomePage(phone.Page);

        phone.MayMissTheServer();
        await killed.Kill();

        await Task.WhenAll(ShouldSayNotLive(desk), ShouldSayNotLive(wall));
        await phone.Tap(page.More);
        await Expect(page.Said).ToContainTextAsync("Not saved: no connection.");

        await using var started = await killed.StartAgain();
        await Task.WhenAll(Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live"), Expect(wall.Page.Locator("#live")).ToHaveTextAsync("Live"));
        await phone.Tap(page.More);

        await Expect(page.Free).ToHaveTextAsync("5");
        await Expect(Available(desk, home)).ToHaveTextAsync("5");
        await Expect(wall.Page.Locator($"[data-key='{home} general-nursing'] strong")).ToHaveTextAsync("5");
        await ShouldHaveBeenHonest(desk);
        await ShouldHaveBeenHonest(wall);
    }

    private static async Task<SiteKey> TheLimes(Uri server)
    {
        using var http = MachineKey.Client(server);
        return await new ApiUser(http).CareHome("the-limes");
    }

    /// <summary>Opens a live page and notes from then on what it says of being live.</summary>
    private static async Task<Person> Watching(Person person, string path)
    {
        await person.Open(path);
        await Expect(person.Page.Locator("#live")).ToHaveTextAsync("Live");
        await person.Remember();
        await person.Page.EvaluateAsync("""
            const strip = document.getElementById("live");
            document.said = [];
            new MutationObserver(() => document.said.push(strip.textContent)).observe(strip, { childList: true, characterData: true, subtree: true });
            """);
        person.MayMissTheServer();
        return person;
    }

    private static async Task ShouldSayNotLive(Person person)
    {
        var strip = person.Page.Locator("#live");
        await Expect(strip).ToHaveTextAsync(NotLive);
        await Expect(strip).ToHaveAttributeAsync("data-live", "off");
    }

    /// <summary>From the loss of the server to its return the page never said that it was live, and it is the same page.</summary>
    private static async Task ShouldHaveBeenHonest(Person person)
    {
        var said = await person.Page.EvaluateAsync<string[]>("document.said");
        said.Count(each => each == "Live").ShouldBe(1);
        said[^1].ShouldBe("Live");
        said[0].ShouldBe("Reconnecting…");
        await person.ShouldNotHaveReloaded();
    }

    private static ILocator BoardRow(Person person, SiteKey site) => person.Page.Locator($"[data-site='{site}']");

    private static ILocator Available(Person person, SiteKey site) => BoardRow(person, site).Locator("[data-cell=available] strong");
}
