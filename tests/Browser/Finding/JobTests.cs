using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Finding;

/// <summary>What people look for all day, each within its taps, on a phone and at a desk, with scripts and without.</summary>
public sealed class JobTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public async Task GivenReference_WhenLookedForFromAnyPage_ThenThePersonIsThereInThreeTaps(bool phone, bool script)
    {
        var (ward, reference) = await Ward();
        var person = await At(phone, script, $"/{ward.Locality}/reports");

        await person.Tap(person.Page.Locator("#search-field"));
        await person.Page.Locator("#search-field").FillAsync(reference.ToLowerInvariant());
        await person.Tap(person.Page.Locator(".nhsuk-header__search button"));

        await Expect(person.Page.Locator("h1")).ToContainTextAsync(reference);
        person.Taps.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory, InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public async Task GivenReasonForDelay_WhenTheLongestWaitForItIsWanted_ThenItIsFirstInTwoTaps(bool phone, bool script)
    {
        var (ward, reference) = await Ward();
        var person = await At(phone, script, $"/{ward.Locality}");

        await person.Tap(person.Page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Patients" }));
        await person.Tap(person.Page.GetByRole(AriaRole.Link, new() { Name = "Waiting for a social worker’s assessment" }));

        await Expect(person.Page.Locator(".cb-people > li").First).ToContainTextAsync(reference);
        await Expect(person.Page.Locator(".cb-people > li")).ToHaveCountAsync(1);
        person.Taps.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory, InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public async Task GivenSiteThatHasNotUpdatedForLongest_WhenWanted_ThenItsPageIsOpenInTwoTaps(bool phone, bool script)
    {
        var locality = board.NewLocality();
        await board.Home(locality, "the-limes");
        await board.Ago(TimeSpan.FromDays(3), () => board.Home(locality, "the-oaks"));
        await board.Ago(TimeSpan.FromDays(9), () => board.Home(locality, "the-elms"));
        var person = await At(phone, script, $"/{locality}");

        await person.Tap(person.Page.Locator("#to-chase"));
        await person.Tap(person.Page.Locator("a[data-cell=name]").First);

        await Expect(person.Page.Locator("h1")).ToContainTextAsync("The Elms");
        person.Taps.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task GivenKeyboardAlone_WhenTheSlashIsPressed_ThenTheSearchBoxHasIt()
    {
        var (ward, reference) = await Ward();
        var person = await At(phone: false, script: true, $"/{ward.Locality}/reports");

        await person.Page.Keyboard.PressAsync("/");
        await person.Page.Keyboard.TypeAsync(reference);
        await person.Page.Keyboard.PressAsync("Enter");

        await Expect(person.Page.Locator("h1")).ToContainTextAsync(reference);
    }

    private async Task<Person> At(bool phone, bool script, string path)
    {
        var person = await (phone ? Phone(script) : Desk(script));
        await person.Open(path);
        return person;
    }

    /// <summary>A ward with somebody who waits for a social worker, under a reference that is nobody else's, and somebody who does not.</summary>
    private async Task<(SiteKey Ward, string Reference)> Ward()
    {
        var locality = board.NewLocality();
        var (ward, reference) = (SiteKey.OfWard(locality, "stepping-hill-hospital", "a1"), $"SH-{locality}");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        foreach (var (stay, bed) in new[] { (reference, "1"), ($"{reference}-2", "2") })
        {
            (await board.Server.Say(SiteKind.Ward, ward, new AdmitStay(stay, bed))).ThenAccepted();
            (await board.Server.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised(stay))).ThenAccepted();
        }

        (await board.Server.Say(SiteKind.Ward, ward, new RecordDelay(reference, DelayReason.AssessmentSocialWork))).ThenAccepted();
        await board.Server.OnTheBoard(ward);
        return (ward, reference);
    }
}
