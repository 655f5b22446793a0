using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Residences;

/// <summary>A ward records where somebody came from, and the home says whether they can come back: on both screens at once, in two localities.</summary>
public sealed class ResidenceJourneyTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Reference = "SH-5150";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenWardAndHomeOfTwoLocalities_WhenTheResidenceIsRecordedAndAnswered_ThenEachScreenChangesByItself()
    {
        var (ward, home) = await Given();
        var sister = await InRole("Sister Green", phone: false, new Grant(Role.Ward, Scope.Of(ward)));
        var deputy = await InRole("Deputy of The Firs", phone: true, new Grant(Role.CareProvider, Scope.Of(home)));
        await deputy.Open(BrowsedBoard.PathOf(home));
        await sister.Open(Paths.OfStay(ward, Reference));
        foreach (var person in new[] { sister, deputy })
        {
            await person.Remember();
        }

        await sister.Tap(sister.Page.Locator("#residence-form-details summary"));
        await sister.Page.Locator("#residence-form-usualResidence").FillAsync($"The Firs, {Labels.OfPart(home.Locality)}");
        await sister.Tap(sister.Page.Locator("#residence-form-send"));
        await Expect(sister.Page.Locator("[data-said]")).ToContainTextAsync("Usual residence set.");
        await Expect(deputy.Page.Locator("#residents")).ToContainTextAsync("Your residents in hospital");
        await Expect(deputy.Page.Locator(".cb-enquiries")).ToContainTextAsync($"{Reference}: can they come back?");

        await deputy.Tap(deputy.Page.GetByRole(AriaRole.Button, new() { Name = "Can come back with the same support" }));
        await Expect(deputy.Page.Locator("[data-said]")).ToContainTextAsync("The ward can see this.");
        await Expect(sister.Page.Locator("section[aria-labelledby=residence]")).ToContainTextAsync("Can come back with the same support");
        await Expect(sister.Page.Locator(".cb-story")).ToContainTextAsync("The Firs: can come back with the same support");
        foreach (var person in new[] { sister, deputy })
        {
            await person.ShouldNotHaveReloaded();
        }
    }

    private async Task<(SiteKey Ward, SiteKey Home)> Given()
    {
        var ward = SiteKey.OfWard(board.NewLocality(), "wythenshawe", "f1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[] { new DeclareVacancies([new(BedType.Inpatient, 4, 0)]), new AdmitStay(Reference, "01") })
        {
            (await board.Server.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        var home = await board.Server.CareHome("the-firs", 10, 8, board.NewLocality());
        await board.Server.OnTheBoard(ward);
        await board.Server.OnTheBoard(home);
        return (ward, home);
    }
}
