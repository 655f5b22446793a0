using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.Playwright;
using Position = CapacityBoard.Sites.Position;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Map;

/// <summary>
/// The map of the board's sites and of a choice list's places. Whoever looks at it also watches that no other host is asked and
/// that the content security policy denies nothing.
/// </summary>
public sealed class MapTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private static readonly Position South = new(53.36, -2.16);
    private static readonly Position Middle = new(53.40, -2.16);
    private static readonly Position North = new(53.44, -2.16);

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenMapOfTheBoard_WhenAHomeDeclaresABedFree_ThenItsMarkerSaysSoWithoutAReload()
    {
        var locality = board.NewLocality();
        var limes = await PlacedHome(locality, "the-limes", South);
        await PlacedHome(locality, "the-oaks", Middle, occupied: 10);
        await board.Ago(TimeSpan.FromHours(60), () => PlacedHome(locality, "the-elms", North));
        await board.Home(locality, "the-somewhere");
        var desk = await WithMap(await Desk(), $"/{locality}?view=map");
        await Expect(Marker(desk, "The Limes: 4 free now")).ToHaveTextAsync("4");
        await Expect(Marker(desk, "The Oaks: 0 free now")).ToHaveTextAsync("0");
        await Expect(Marker(desk, "The Elms: 4 free now, not confirmed recently")).ToHaveTextAsync("4?");
        await Expect(desk.Page.Locator("[data-map-said]")).ToHaveTextAsync("1 more not on the map: we do not know where it is.");
        await desk.Tap(Marker(desk, "The Limes: 4 free now"));
        await Expect(Card(desk)).ToContainTextAsync("General nursing: 4 free now");

        (await board.Server.Declare(limes, 10, 5)).ThenAccepted();

        await Expect(Marker(desk, "The Limes: 5 free now")).ToHaveTextAsync("5");
        await Expect(Card(desk)).ToContainTextAsync("General nursing: 5 free now");
        await desk.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenMapOfTheBoard_WhenTheFilterIsUsed_ThenTheMapStaysAndShowsTheSameSites()
    {
        var locality = board.NewLocality();
        await PlacedHome(locality, "the-limes", South);
        await PlacedHome(locality, "the-oaks", North, occupied: 10);
        var desk = await Desk();
        await desk.Open($"/{locality}");
        await desk.Tap(desk.Page.GetByText("Map of these sites"));
        await Expect(Markers(desk)).ToHaveCountAsync(2);

        await desk.Choose(desk.Page.GetByLabel("Available", new() { Exact = true }), "Now");
        await desk.Page.GetByLabel("Near a postcode or place").FillAsync("SK2 7JE");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }));

        await Expect(Markers(desk)).ToHaveCountAsync(1);
        await Expect(Marker(desk, "The Limes: 4 free now")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".cb-map__near")).ToHaveTextAsync("SK2 7JE");
        desk.Page.Url.ShouldContain("view=map");
    }

    [Fact]
    public async Task GivenHomesBesideEachOther_WhenTheirMarkerIsPressed_ThenTheyComeApart()
    {
        var locality = board.NewLocality();
        await PlacedHome(locality, "the-limes", South);
        await PlacedHome(locality, "the-oaks", South with { Longitude = South.Longitude + 0.002 });
        await PlacedHome(locality, "the-elms", North);
        var desk = await WithMap(await Desk(), $"/{locality}?view=map");

        await desk.Tap(Marker(desk, "8 free now at 2 sites. Show each"));

        await Expect(Marker(desk, "The Limes: 4 free now")).ToBeFocusedAsync();
        await Expect(Marker(desk, "The Oaks: 4 free now")).ToBeVisibleAsync();
        await Expect(Marker(desk, "The Elms: 4 free now")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task GivenHomesAtOnePoint_WhenTheirMarkerIsPressed_ThenTheyAreListed()
    {
        var locality = board.NewLocality();
        await PlacedHome(locality, "the-limes", South);
        await PlacedHome(locality, "the-oaks", South);
        var desk = await WithMap(await Desk(), $"/{locality}?view=map");

        await desk.Tap(Marker(desk, "8 free now at 2 sites. Show each"));

        await Expect(Card(desk).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["The Limes: 4 free now", "The Oaks: 4 free now"]);
    }

    [Fact]
    public async Task GivenMap_WhenUsedByKeyboardAlone_ThenAPlaceOpensAndCloses()
    {
        var locality = board.NewLocality();
        var limes = await PlacedHome(locality, "the-limes", South);
        var desk = await WithMap(await Desk(), $"/{locality}?view=map");
        var marker = Marker(desk, "The Limes: 4 free now");
        await marker.FocusAsync();

        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Card(desk)).ToBeFocusedAsync();
        await Expect(Card(desk).GetByRole(AriaRole.Link, new() { Name = "The Limes" })).ToHaveAttributeAsync("href", BrowsedBoard.PathOf(limes));
        await Expect(Card(desk).GetByRole(AriaRole.Link, new() { Name = "Show in the list" })).ToHaveAttributeAsync("href", $"#{limes}");
        (await Axe.Faults(desk.Page)).ShouldBeEmpty();

        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(Card(desk)).ToBeHiddenAsync();
        await Expect(marker).ToBeFocusedAsync();
    }

    [Fact]
    public async Task GivenMapOnAPhone_ThenOneFingerScrollsThePageAndNothingIsWiderThanIt()
    {
        var locality = board.NewLocality();
        await PlacedHome(locality, "the-limes", South);
        var phone = await WithMap(await Phone(), $"/{locality}?view=map");
        await Expect(Markers(phone)).ToHaveCountAsync(1);

        (await phone.Page.Locator(".maplibregl-canvas").EvaluateAsync<string>("canvas => getComputedStyle(canvas).touchAction")).ShouldBe("pan-x pan-y");
        (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);
        (await Axe.Faults(phone.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenMapOfAChoiceList_ThenItsNumbersAreThoseOfTheListAndAHoldShowsOnIt()
    {
        var locality = board.NewLocality();
        await PlacedHome(locality, "the-limes", South);
        await PlacedHome(locality, "the-oaks", North, occupied: 10);
        var elms = await PlacedHome(locality, "the-elms", Middle);
        var ward = await WardWithPerson(locality);
        var desk = await WithMap(await Desk(), $"/{locality}/choices?site={ward}&stay=W-1&view=map");
        await Expect(Markers(desk)).ToHaveCountAsync(3);

        var listed = await desk.Page.Locator(".cb-place__name").AllInnerTextsAsync();
        var names = await Markers(desk).EvaluateAllAsync<string[]>("markers => markers.map(marker => marker.getAttribute('aria-label').split(':')[0]).sort()");
        names.ShouldBe(listed);
        listed.ShouldBe(["1. The Elms", "2. The Limes", "3. The Oaks"], "The Elms are in the middle of SK2 7JE, and full places come last");
        await Expect(Marker(desk, "3. The Oaks: 0 free now")).ToHaveTextAsync("3");
        await Expect(desk.Page.Locator(".cb-map__near")).ToHaveTextAsync("SK2 7JE");
        (await Axe.Faults(desk.Page)).ShouldBeEmpty();

        var hold = ElementId.Of("hold", elms.Value);
        await desk.Tap(desk.Page.Locator($"#{hold}-details summary"));
        await desk.Tap(desk.Page.Locator($"#{hold}-send"));
        await Expect(Marker(desk, "1. The Elms: 3 free now")).ToBeVisibleAsync();
        await desk.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenBrowserThatCannotDraw_WhenTheMapIsOpened_ThenItSaysThatTheListSaysTheSame()
    {
        var locality = board.NewLocality();
        await PlacedHome(locality, "the-limes", South);
        var desk = await Desk();
        await desk.Page.AddInitScriptAsync("HTMLCanvasElement.prototype.getContext = () => null");
        await desk.Open($"/{locality}?view=map");

        await Expect(desk.Page.Locator("[data-map-said]")).ToHaveTextAsync("The map cannot be shown in this browser. The list below says the same.");
        await Expect(desk.Page.Locator("[data-map-ground]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task GivenNoScript_ThenThereIsNoMapAndTheListIsThere()
    {
        var locality = board.NewLocality();
        var limes = await PlacedHome(locality, "the-limes", South);
        var desk = await Desk(script: false);
        await desk.Open($"/{locality}?view=map");

        await Expect(desk.Page.Locator("#map")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator($"[data-site='{limes}']")).ToBeVisibleAsync();
    }

    private static ILocator Marker(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Markers(Person person) => person.Page.Locator("button.cb-spot");

    private static ILocator Card(Person person) => person.Page.Locator("[data-map-card]");

    private static async Task<Person> WithMap(Person person, string path)
    {
        await person.Open(path);
        await Expect(Markers(person).First).ToBeVisibleAsync();
        await person.Remember();
        return person;
    }

    private async Task<SiteKey> PlacedHome(string locality, string name, Position position, int occupied = 6)
    {
        var home = await board.Home(locality, name, 10, occupied);
        var details = new SiteDetails(SiteKind.CareHome, Labels.OfPart(name), Postcode: "SK2 7JE", Position: position, Neighbourhood: "Bramhall");
        (await board.Server.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.CareHome, home), TestBoard.Json(details))).ThenAccepted();
        return home;
    }

    private async Task<SiteKey> WardWithPerson(string locality)
    {
        var ward = SiteKey.OfWard(locality, "the-hospital", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[]
        {
            new DeclareVacancies([new(BedType.Inpatient, 6, 0)]), new AdmitStay("W-1", "1", Age: AgeBand.From85), new SetNeeds("W-1", new([TestBoard.Type], Near: "SK2 7JE")),
        })
        {
            (await board.Server.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        return ward;
    }
}
