using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Finding;

/// <summary>What people look for all day, each within its taps, on a phone and at a desk, with scripts and without, and by the keyboard alone.</summary>
public sealed class JobTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    public enum Way
    {
        Phone,
        PhoneWithoutScripts,
        Desk,
        DeskWithoutScripts,
        DeskByKeyboard,
    }

    public static TheoryData<Way> Ways { get; } = [.. Enum.GetValues<Way>()];

    protected override Uri Address => board.Server.Address;

    [Theory, MemberData(nameof(Ways))]
    public async Task GivenReference_WhenLookedForFromAnyPage_ThenThePersonIsThereInThreeTaps(Way way)
    {
        var (ward, reference) = await Ward();
        var person = await At(way, $"/{ward.Locality}/reports");

        await person.Tap(person.Page.Locator("#search-field"));
        await person.Page.Locator("#search-field").FillAsync(reference.ToLowerInvariant());
        await person.Tap(person.Page.Locator(".nhsuk-header__search button"));

        await Expect(person.Page.Locator("h1")).ToContainTextAsync(reference);
        person.Taps.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task GivenReasonForDelay_WhenTheLongestWaitForItIsWanted_ThenItIsFirstInThreeTaps(Way way)
    {
        var (ward, reference) = await Ward();
        var person = await At(way, $"/{ward.Locality}");

        await person.Tap(person.Page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Patients" }));
        await person.Tap(person.Page.GetByText("Reasons for delay", new() { Exact = true }).First);
        await person.Tap(person.Page.GetByRole(AriaRole.Link, new() { Name = "Waiting for confirmation of immediate care needs and pathway" }));

        await Expect(person.Page.Locator(".cb-people tbody tr").First).ToContainTextAsync(reference);
        await Expect(person.Page.Locator(".cb-people tbody tr")).ToHaveCountAsync(1);
        person.Taps.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task GivenSiteThatHasNotUpdatedForLongest_WhenWanted_ThenItsPageIsOpenInTwoTaps(Way way)
    {
        var locality = board.NewLocality();
        await board.Home(locality, "the-limes");
        await board.Ago(TimeSpan.FromDays(3), () => board.Home(locality, "the-oaks"));
        await board.Ago(TimeSpan.FromDays(9), () => board.Home(locality, "the-elms"));
        var person = await At(way, $"/{locality}");

        await person.Tap(person.Page.Locator("#to-chase"));
        await person.Tap(person.Page.Locator("a[data-cell=name]").First);

        await Expect(person.Page.Locator("h1")).ToContainTextAsync("The Elms");
        person.Taps.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task GivenTypeAndPostcode_WhenBedsNearItAreWanted_ThenTheyAreListedInFourTaps(Way way)
    {
        var locality = board.NewLocality();
        await Home(locality, "the-limes", BedType.DementiaNursing, free: 1);
        await Home(locality, "the-oaks", BedType.DementiaNursing, free: 0);
        await Home(locality, "the-elms", BedType.DementiaNursing, free: 1, milesAway: 10);
        await Home(locality, "the-firs", BedType.GeneralNursing, free: 1);
        var person = await At(way, $"/{locality}");

        await person.Tap(person.Page.GetByRole(AriaRole.Link, new() { Name = "Dementia nursing", Exact = true }));
        await person.Tap(person.Page.Locator("#near"));
        await person.Page.Locator("#near").FillAsync("SK7 2BA");
        await person.Tap(person.Page.Locator("#within"));
        await person.Page.Locator("#within").FillAsync("3");
        await person.Tap(person.Page.Locator(".cb-filter__button"));

        await Expect(person.Page.Locator("a[data-cell=name]")).ToHaveTextAsync(["The Limes"]);
        person.Taps.ShouldBeLessThanOrEqualTo(4);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task GivenLastHour_WhenItsChangesAreWanted_ThenTheyAreThereInOneTap(Way way)
    {
        var locality = board.NewLocality();
        await board.Ago(TimeSpan.FromHours(3), () => board.Home(locality, "the-limes"));
        await board.Home(locality, "the-oaks");
        var person = await At(way, $"/{locality}");

        await person.Tap(person.Page.Locator("#changes"));

        await Expect(person.Page.Locator(".cb-changes")).ToContainTextAsync("The Oaks");
        await Expect(person.Page.Locator(".cb-changes")).Not.ToContainTextAsync("The Limes");
        person.Taps.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task GivenRound_WhenTheNextStayIsWantedAndReviewed_ThenTwoTapsEach(Way way)
    {
        var (ward, reference) = await Ward(TimeSpan.FromDays(10));
        var person = await At(way, $"/{ward.Locality}");

        await person.Tap(person.Page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Grand round" }));
        await person.Tap(person.Page.Locator("#next"));
        await Expect(person.Page.Locator("#open")).ToContainTextAsync(reference);
        person.Taps.ShouldBeLessThanOrEqualTo(2);

        await person.Tap(person.Page.GetByText("Plan on track"));
        await person.Tap(person.Page.Locator(".cb-round__panel button.cb-wide"));

        await Expect(person.Page.Locator("#said")).ToContainTextAsync($"{reference} reviewed. Next: {reference}-2");
        person.Taps.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task GivenKeyboardAlone_WhenTheSlashIsPressed_ThenTheSearchBoxHasIt()
    {
        var (ward, reference) = await Ward();
        var person = await At(Way.Desk, $"/{ward.Locality}/reports");

        await person.Page.Keyboard.PressAsync("/");
        await person.Page.Keyboard.TypeAsync(reference);
        await person.Page.Keyboard.PressAsync("Enter");

        await Expect(person.Page.Locator("h1")).ToContainTextAsync(reference);
    }

    private async Task<Person> At(Way way, string path)
    {
        var script = way is not (Way.PhoneWithoutScripts or Way.DeskWithoutScripts);
        var person = await (way is Way.Phone or Way.PhoneWithoutScripts ? Phone(script) : Desk(script));
        person.HasNoPointer = way == Way.DeskByKeyboard;
        await person.Open(path);
        return person;
    }

    private async Task Home(string locality, string name, BedType type, int free, double milesAway = 0)
    {
        var site = SiteKey.Of(locality, name);
        var details = new SiteDetails(SiteKind.CareHome, Labels.OfPart(name), Postcode: milesAway == 0 ? "SK7 2BA" : "M60 1AA", Position: new(53.37 + (milesAway / 69), -2.15));
        (await board.Server.Register(site, details)).ThenAccepted();
        (await board.Server.Say(SiteKind.CareHome, site, new DeclareVacancies([new(type, 10, 10 - free)]))).ThenAccepted();
        await board.Server.OnTheBoard(site);
    }

    /// <summary>A ward with somebody who waits for a social worker, under a reference that is nobody else's, and somebody who does not.</summary>
    private async Task<(SiteKey Ward, string Reference)> Ward(TimeSpan stay = default)
    {
        var locality = board.NewLocality();
        var (ward, reference) = (SiteKey.OfWard(locality, "stepping-hill-hospital", "a1"), $"SH-{locality}");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        foreach (var (each, bed) in new[] { (reference, "1"), ($"{reference}-2", "2") })
        {
            (await board.Server.Say(SiteKind.Ward, ward, new AdmitStay(each, bed, AdmittedAt: stay > TimeSpan.Zero ? board.Clock.GetUtcNow() - stay : null))).ThenAccepted();
            (await board.Server.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised(each))).ThenAccepted();
        }

        (await board.Server.Say(SiteKind.Ward, ward, new RecordDelay(reference, DelayReason.NeedsAndPathway))).ThenAccepted();
        await board.Server.OnTheBoard(ward);
        return (ward, reference);
    }
}
