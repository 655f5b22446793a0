using System.Text.RegularExpressions;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Board;

/// <summary>What a board shows under a filter, from its address and while things change.</summary>
public sealed class BoardViewsTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string All = "The Beeches, The Elms, The Limes, The Oaks, The Silent House";

    protected override Uri Address => board.Server.Address;

    [Theory]
    [InlineData("", All)]
    [InlineData("?type=dementia-nursing", "The Oaks")]
    [InlineData("?type=general-nursing", "The Beeches, The Elms, The Limes")]
    [InlineData("?available=now", "The Beeches, The Limes")]
    [InlineData("?available=24h", "The Beeches, The Elms, The Limes")]
    [InlineData("?neighbourhood=Bramhall", "The Limes")]
    [InlineData("?freshness=fresh", "The Elms, The Limes, The Oaks")]
    [InlineData("?freshness=not-stale", "The Elms, The Limes, The Oaks")]
    [InlineData("?freshness=to-chase&sort=oldest", "The Silent House, The Beeches")]
    [InlineData("?kind=ward", "")]
    [InlineData("?sort=available&available=now", "The Limes, The Beeches")]
    [InlineData("?near=SK7%201AA", "The Limes, The Elms, The Beeches, The Oaks, The Silent House")]
    [InlineData("?near=SK7%201AA&within=5", "The Limes, The Elms")]
    public async Task GivenFilterInTheAddress_ThenThoseSitesInThatOrderWithScriptsAndWithout(string query, string expected)
    {
        var locality = await Sites();
        var (live, plain) = (await Desk(), await Desk(script: false));
        await live.Open($"/{locality}{query}");
        await plain.Open($"/{locality}{query}");
        await Expect(live.Page.Locator("#live")).ToHaveTextAsync("Live");
        string[] names = expected.Length == 0 ? [] : expected.Split(", ");

        await Expect(Names(live)).ToHaveTextAsync(names);
        await Expect(Names(plain)).ToHaveTextAsync(names);
        await Expect(live.Page.Locator("[data-count=shown]")).ToHaveTextAsync($"{names.Length}");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenFilterForm_WhenSent_ThenTheAddressSaysItAndShowsTheSameToSomeoneElse(bool script)
    {
        var locality = await Sites();
        var (desk, colleague) = (await Desk(script), await Desk(script));
        await desk.Open($"/{locality}");

        await desk.Page.Locator("#type").SelectOptionAsync("general-nursing");
        await desk.Page.Locator("#available").SelectOptionAsync("now");
        await desk.Page.Locator("#near").FillAsync("SK7 1AA");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }));

        await Expect(desk.Page).ToHaveURLAsync(new Regex("type=general-nursing&available=now&near=SK7(\\+|%20)1AA"));
        await Expect(Names(desk)).ToHaveTextAsync(["The Limes", "The Beeches"]);
        await colleague.Open(new Uri(desk.Page.Url).PathAndQuery);
        await Expect(Names(colleague)).ToHaveTextAsync(["The Limes", "The Beeches"]);
        await Expect(colleague.Page.Locator("#available")).ToHaveValueAsync("now");
    }

    [Fact]
    public async Task GivenViewOfWhatIsFree_WhenSitesGainAndLoseTheirLastBed_ThenTheyComeAndGo()
    {
        var locality = board.NewLocality();
        var (limes, oaks) = (await board.Home(locality, "the-limes"), await board.Home(locality, "the-oaks", total: 8, occupied: 8));
        var desk = await Live($"/{locality}?available=now");
        await Expect(Names(desk)).ToHaveTextAsync(["The Limes"]);

        (await board.Server.Declare(oaks, 8, 7)).ThenAccepted();
        await Expect(Names(desk)).ToHaveTextAsync(["The Limes", "The Oaks"]);
        (await board.Server.Declare(limes, 10, 10)).ThenAccepted();

        await Expect(Names(desk)).ToHaveTextAsync(["The Oaks"]);
        await Expect(desk.Page.Locator("#count")).ToContainTextAsync("Showing 1 of 2 sites.");
    }

    [Fact]
    public async Task GivenOpenBoard_WhenPlacementsAreSuspended_ThenTheRowSaysSoInWordsAtOnceAndOffersNoHold()
    {
        var home = await board.HomeAlone();
        var desk = await Live($"/{home.Locality}");
        var row = desk.Page.Locator($"[data-site='{home}']");
        await Expect(row.Locator("[data-cell=hold]")).ToContainTextAsync("Hold");

        (await board.Server.Say(SiteKind.CareHome, home, new SuspendPlacements("Infection outbreak"))).ThenAccepted();

        await Expect(row.Locator("[data-cell=suspended]")).ToHaveTextAsync("Placements suspended Infection outbreak");
        await Expect(row.Locator("[data-cell=available]")).ToHaveTextAsync("0 suspended, 4 vacant");
        await Expect(row.Locator("[data-cell=hold]")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task GivenStaleSite_WhenItIsAskedForItsFigures_ThenTheLiveRowIsAsTheServersAndItsButtonAsksAgain()
    {
        var locality = board.NewLocality();
        await board.Ago(TimeSpan.FromHours(60), () => board.Home(locality, "the-beeches"));
        var home = SiteKey.Of(locality, "the-beeches");
        var (desk, plain) = (await Live($"/{locality}"), await Desk(script: false));
        var asked = desk.Page.Locator($"[data-site='{home}'] [data-cell=asked]");
        await Expect(asked).ToHaveTextAsync("Ask for an update: The Beeches");

        (await board.Server.Say(SiteKind.CareHome, home, new RequestFigures())).ThenAccepted();

        await Expect(asked.GetByRole(AriaRole.Button)).ToContainTextAsync("Ask again");
        await plain.Open($"/{locality}");
        (await Words(desk)).ShouldBe(await Words(plain));
        await desk.Tap(asked.GetByRole(AriaRole.Button));
        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("The Beeches:");

        async Task<(string, string?)> Words(Person at)
        {
            var cell = at.Page.Locator($"[data-site='{home}'] [data-cell=asked]");
            return (await cell.InnerTextAsync(), await cell.GetByRole(AriaRole.Button).GetAttributeAsync("formaction"));
        }
    }

    [Fact]
    public async Task GivenOpenBoard_WhenOneCellChanges_ThenItIsMarkedAndItsNeighboursAreLeftAlone()
    {
        var home = await board.HomeAlone();
        var desk = await Live($"/{home.Locality}");
        var row = desk.Page.Locator($"[data-site='{home}']");
        await row.Locator("[data-cell=occupied]").EvaluateAsync("cell => cell.isUntouched = true");

        (await board.Server.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "A-1"))).ThenAccepted();

        await Expect(row.Locator("[data-cell=held]")).ToHaveClassAsync(new Regex("cb-changed"));
        await Expect(row.Locator("[data-cell=held]")).ToHaveTextAsync("1");
        (await row.Locator("[data-cell=occupied]").EvaluateAsync<bool>("cell => cell.isUntouched === true")).ShouldBeTrue();
        await Expect(row.Locator("[data-cell=held]")).Not.ToHaveClassAsync(new Regex("cb-changed"));
    }

    [Theory]
    [InlineData("?kind=castle", "“castle” is not one of the options. Choose from the list.", "#kind")]
    [InlineData("?near=SK2&within=far", "“Within” must be a number of miles from 0.1 to 120, such as 3.", "#within")]
    [InlineData("?within=5", "Enter a postcode or place to measure distance from.", "#near")]
    [InlineData("?near=Nowhere", "We cannot find “Nowhere”", "#near")]
    public async Task GivenFilterThatCannotBe_ThenThePageSaysWhatToChangeAndLeadsThere(string query, string words, string field)
    {
        var locality = await Sites();
        var desk = await Desk();

        await desk.Open($"/{locality}{query}");

        var problem = desk.Page.Locator($".nhsuk-error-summary a[href='{field}']");
        await Expect(problem).ToContainTextAsync(words);
        await desk.Tap(problem);
        await Expect(desk.Page.Locator(field)).ToBeFocusedAsync();
    }

    /// <summary>Four homes ever further from Bramhall, and one that has never said anything.</summary>
    private async Task<string> Sites()
    {
        var locality = board.NewLocality();
        await Home("The Limes", "Bramhall", "SK7 1AA", new(53.358, -2.163), new DeclareVacancies([new(TestBoard.Type, 10, 6)]));
        await Home(
            "The Elms", "Hazel Grove", "SK7 4BB", new(53.378, -2.119), new DeclareVacancies([new(TestBoard.Type, 10, 10)]),
            new ExpectVacancy(TestBoard.Type, board.Clock.GetUtcNow().AddHours(6), "Going home"));
        await board.Ago(TimeSpan.FromHours(60), () => Home("The Beeches", "Reddish", "SK5 6CC", new(53.438, -2.161), new DeclareVacancies([new(TestBoard.Type, 9, 8)])));
        await Home("The Oaks", "Marple", "SK6 9DD", new(53.5, -2.06), new DeclareVacancies([new(BedType.DementiaNursing, 7, 7)]));
        await Home("The Silent House", null, null, null);
        return locality;

        async Task Home(string name, string? neighbourhood, string? postcode, CapacityBoard.Sites.Position? position, params SiteCommand[] commands)
        {
            var home = SiteKey.Of(locality, SiteKey.PartFrom(name)!);
            var details = new SiteDetails(SiteKind.CareHome, name, Neighbourhood: neighbourhood, Postcode: postcode, Position: position);
            (await board.Server.Send(HttpMethod.Put, CapacityBoard.Sites.SiteApi.AddressOf(SiteKind.CareHome, home), TestBoard.Json(details))).ThenAccepted();
            foreach (var command in commands)
            {
                (await board.Server.Say(SiteKind.CareHome, home, command)).ThenAccepted();
            }

            await board.Server.OnTheBoard(home);
        }
    }

    private async Task<Person> Live(string path)
    {
        var desk = await Desk();
        await desk.Open(path);
        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live");
        return desk;
    }

    private static ILocator Names(Person desk) => desk.Page.Locator("[data-site] [data-cell=name]");
}
