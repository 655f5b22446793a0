using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Offers;

/// <summary>A ward offers a place from the choice list, the family declines, a letter is given, and a second place is accepted.</summary>
public sealed class OfferJourneyTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Reference = "SH-4127";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenTwoPlaces_WhenTheFamilyDeclinesOneAndAcceptsTheOther_ThenEachStepIsATapOrTwo()
    {
        var (ward, oaks, elms) = await Given();
        var sister = await InRole("Sister Brown", phone: true, new Grant(Role.Ward, Scope.Of(ward)));

        await sister.Open(Paths.OfChoices(ward, Reference));
        await Expect(Listed(sister, oaks)).ToContainTextAsync("Fees: £980 a week. No top-up.");
        await sister.Tap(Listed(sister, oaks).GetByRole(AriaRole.Button, new() { Name = "Offer to the family" }));
        await Expect(Listed(sister, oaks)).ToContainTextAsync("Offered to the family");
        sister.Taps.ShouldBe(1);

        await sister.Tap(Listed(sister, oaks).GetByRole(AriaRole.Link, new() { Name = "Record the answer" }));
        var section = sister.Page.Locator("section[aria-labelledby=offers]");
        await Expect(section).ToContainTextAsync("Waits for choice");
        await sister.Remember();
        await sister.Tap(section.Locator("summary", new() { HasText = "Declined" }));
        await sister.Tap(section.GetByRole(AriaRole.Button, new() { Name = "Too far away" }));
        await Expect(section).ToContainTextAsync("Declined: too far away");
        sister.Taps.ShouldBe(4, "the answer takes a tap to the page and two there");

        await sister.Tap(section.GetByRole(AriaRole.Button, new() { Name = "First letter given today" }));
        await Expect(section).ToContainTextAsync("First letter: given today");
        await Expect(sister.Page.Locator("section[aria-labelledby=delays]")).ToContainTextAsync("Patient/family/carer choice discussions on package still underway");

        await sister.ShouldNotHaveReloaded();
        await sister.Tap(section.GetByRole(AriaRole.Link, new() { Name = "Offer a place from the choice list" }));
        await sister.Tap(Listed(sister, elms).GetByRole(AriaRole.Button, new() { Name = "Offer to the family" }));
        await sister.Tap(Listed(sister, elms).GetByRole(AriaRole.Link, new() { Name = "Record the answer" }));
        await sister.Tap(section.Locator(".cb-item", new() { HasText = "The Elms" }).GetByRole(AriaRole.Button, new() { Name = "Accepted" }));
        await Expect(section).ToContainTextAsync("Accepted: waits for the place");
        await Expect(sister.Page.Locator("section[aria-labelledby=delays]")).ToContainTextAsync("No reasons for delay recorded.");
        sister.Taps.ShouldBe(9);
    }

    private static ILocator Listed(Person person, SiteKey place) => person.Page.Locator($"#{ElementId.Of("place", place.Value)}");

    private async Task<(SiteKey Ward, SiteKey Oaks, SiteKey Elms)> Given()
    {
        var locality = board.NewLocality();
        var ward = SiteKey.OfWard(locality, "stepping-hill", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[]
        {
            new DeclareVacancies([new(BedType.Inpatient, 4, 0)]),
            new AdmitStay(Reference, "01"),
            new DeclareMedicallyOptimised(Reference),
            new SetNeeds(Reference, new([TestBoard.Type], Nursing: true)),
        })
        {
            (await board.Server.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        var oaks = await board.Server.CareHome("the-oaks", 10, 8, locality);
        (await board.Server.Say(SiteKind.CareHome, oaks, new StateFees(new(980, AsksTopUp: false)))).ThenAccepted();
        var elms = await board.Server.CareHome("the-elms", 10, 8, locality);
        await board.Server.OnTheBoard(elms);
        await board.Server.OnTheBoard(oaks);
        return (ward, oaks, elms);
    }
}
