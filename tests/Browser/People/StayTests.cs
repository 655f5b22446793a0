using CapacityBoard.Beds;
using CapacityBoard.Browser.Ui;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.People;

/// <summary>One person is planned for, on a phone and with and without scripts.</summary>
public sealed class StayTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenPersonOnAWard_WhenPlannedForOnAPhone_ThenAllIsSaidOnOnePageAndTold(bool script)
    {
        var ward = await Ward();
        var phone = await Phone(script);
        await phone.Open(BrowsedBoard.PathOf(ward));
        await phone.Tap(phone.Page.GetByRole(AriaRole.Link, new() { Name = "RX-100", Exact = true }));
        await (script ? phone.Remember() : Task.CompletedTask);

        await Unfold(phone, "pathway");
        await phone.Page.GetByLabel("Pathway 3: care home, likely to be permanent").CheckAsync();
        await Send(phone, "pathway", "Pathway set.");

        await Unfold(phone, "delay");
        await phone.Page.Locator("#delay-reason").SelectOptionAsync("care-home-not-available");
        await phone.Page.Locator("#delay-note").FillAsync("Three homes are full");
        await Send(phone, "delay", "Delay recorded.");

        await Unfold(phone, "needs");
        await phone.Page.GetByLabel("General nursing").CheckAsync();
        await phone.Page.GetByLabel("Dementia care").CheckAsync();
        await phone.Page.Locator("#needs-wish-1").FillAsync("The Limes");
        await Send(phone, "needs", "Needs recorded.");

        await phone.Tap(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Mark today green" }));
        await Expect(Said(phone)).ToContainTextAsync("Today marked.");

        var main = phone.Page.Locator("main");
        await Expect(main).ToContainTextAsync("Preferred homes");
        await Expect(phone.Page.Locator(".cb-story")).ToContainTextAsync("Delayed, since today: Residential/nursing home care not yet available (Pathway 3).");
        await Expect(phone.Page.Locator(".cb-day--green")).ToHaveCountAsync(1);
        await (script ? phone.ShouldNotHaveReloaded() : Task.CompletedTask);
        await (script ? EveryPageTests.ShouldBeInOrder(phone, "a person") : Task.CompletedTask);
    }

    [Fact]
    public async Task GivenPersonDischargedByMistake_WhenCancelled_ThenInAgainAndTheMistakeIsTold()
    {
        var ward = await Ward();
        var phone = await Phone();
        await phone.Open(Paths.OfStay(ward, "RX-100"));

        await Unfold(phone, "discharge");
        await phone.Page.Locator("#discharge-destination").SelectOptionAsync("care-home");
        await phone.Page.Locator("#discharge-to").FillAsync("The Limes");
        await Send(phone, "discharge", "Discharged.");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("care home, The Limes");

        await Unfold(phone, "cancel-discharge");
        await phone.Page.Locator("#cancel-discharge-reason").SelectOptionAsync("Wrong person");
        await Send(phone, "cancel-discharge", "The person is back in their bed");

        await Expect(phone.Page.Locator(".cb-story__mistake")).ToContainTextAsync("Cancelled: a mistake");
    }

    private async Task<SiteKey> Ward()
    {
        var home = await board.HomeAlone();
        var ward = SiteKey.OfWard(home.Locality, "stepping-hill", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 4, 0)]))).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new AdmitStay("RX-100", "1", HomeLocality: home.Locality))).ThenAccepted();
        await board.Server.OnTheBoard(ward);
        return ward;
    }

    private static async Task Unfold(Person phone, string form)
    {
        if (await phone.Page.Locator($"#{form}-details").GetAttributeAsync("open") is null)
        {
            await phone.Tap(phone.Page.Locator($"#{form}-details > summary"));
        }
    }

    private static async Task Send(Person phone, string form, string said)
    {
        await phone.Tap(phone.Page.Locator($"#{form}-send"));
        await Expect(Said(phone)).ToContainTextAsync(said);
    }

    private static ILocator Said(Person phone) => phone.Page.Locator("#said");
}
