using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Enquiries;

/// <summary>From “ready on Friday” to the arrival, on the screens of the five who have to do with it.</summary>
public sealed class EnquiryJourneyTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Reference = "SH-4126";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenPersonReadyOnFriday_WhenThreeHomesAreAsked_ThenEachScreenChangesByItselfUntilTheyHaveArrived()
    {
        var places = await Given();
        var (ward, limes, oaks, elms) = places;
        var sister = await InRole("Sister Brown", phone: false, new Grant(Role.Ward, Scope.Of(ward)));
        var team = await InRole("Transfer desk", phone: false, new Grant(Role.TransferTeam, Scope.Parse(ward.Locality)));
        var assessor = await InRole("Hana Malik", phone: false, new(Role.TrustedAssessor, Scope.Of(limes)), new(Role.TrustedAssessor, Scope.Of(elms)));
        var deputyOfOaks = await InRole("Deputy of The Oaks", phone: true, new Grant(Role.CareProvider, Scope.Of(oaks)));
        var deputyOfLimes = await InRole("Deputy of The Limes", phone: true, new Grant(Role.CareProvider, Scope.Of(limes)));

        await sister.Open(BrowsedBoard.PathOf(ward));
        await deputyOfOaks.Open(BrowsedBoard.PathOf(oaks));
        await deputyOfLimes.Open(BrowsedBoard.PathOf(limes));
        await assessor.Open($"/{ward.Locality}/enquiries");
        foreach (var person in new[] { sister, deputyOfOaks, deputyOfLimes, assessor })
        {
            await person.Remember();
        }

        var bed = sister.Page.Locator(".cb-bed", new() { HasText = Reference });
        await sister.Tap(bed.Locator(".cb-bed__toggle"));
        await sister.Tap(bed.Locator("form[data-fallback$=toggle] button[name=date]").Nth(2));
        await Expect(bed).ToContainTextAsync("Expected");
        await team.Open($"/{ward.Locality}/choices?site={ward}&stay={Reference}");
        foreach (var home in new[] { limes, oaks, elms })
        {
            await team.Tap(team.Page.Locator($"label[for='{ElementIdOf(home)}']"));
        }

        await team.Tap(team.Page.Locator("#ask-send"));
        await Expect(team.Page.Locator("[data-said]")).ToContainTextAsync("You asked The Elms, The Limes, The Oaks");
        await Expect(bed).ToContainTextAsync("Not seen yet");
        await Expect(deputyOfOaks.Page.Locator("#enquiries")).ToContainTextAsync("Waiting for your answer");
        await Expect(assessor.Page.Locator("tbody tr")).ToHaveCountAsync(2);

        await deputyOfOaks.Tap(deputyOfOaks.Page.Locator(".cb-enquiries summary", new() { HasText = "Cannot take" }));
        await deputyOfOaks.Tap(deputyOfOaks.Page.GetByRole(AriaRole.Button, new() { Name = "Not enough staff" }));
        await team.Open(Paths.OfStay(ward, Reference));
        await team.Remember();
        await Expect(Asked(team, oaks)).ToContainTextAsync("Not enough staff");

        await assessor.Tap(assessor.Page.Locator("tbody a", new() { HasText = "The Elms" }));
        await assessor.Page.WaitForURLAsync("**/the-elms**");
        await assessor.Tap(assessor.Page.Locator(".cb-enquiries summary", new() { HasText = "assess first" }));
        await assessor.Tap(assessor.Page.Locator(".cb-enquiries form button[name=at]").First);
        await Expect(Asked(team, elms)).ToContainTextAsync("Assessment ");
        await Expect(bed).ToContainTextAsync("Assessment ");
        await assessor.Tap(assessor.Page.GetByRole(AriaRole.Button, new() { Name = "Assessment done" }));
        await assessor.Tap(assessor.Page.GetByRole(AriaRole.Button, new() { Name = "Can take now" }));
        await Expect(Asked(team, elms)).ToContainTextAsync("Yes, now");
        await Expect(bed).ToContainTextAsync("Yes, now");

        await team.Tap(Asked(team, elms).GetByRole(AriaRole.Button, new() { Name = "Hold bed for 24 hours" }));
        await Expect(team.Page.Locator("[data-said]")).ToContainTextAsync("Bed held at The Elms");
        await Expect(bed).ToContainTextAsync("Bed held at The Elms");
        await Expect(bed).ToContainTextAsync("Accepted");
        await Expect(deputyOfLimes.Page.Locator("#enquiries")).ToHaveCountAsync(0);
        await Expect(Asked(team, limes)).ToContainTextAsync("No longer needed");
        foreach (var person in new[] { sister, deputyOfOaks, deputyOfLimes, team })
        {
            await person.ShouldNotHaveReloaded();
        }

        var deputyOfElms = await InRole("Deputy of The Elms", phone: true, new Grant(Role.CareProvider, Scope.Of(elms)));
        await deputyOfElms.Open(BrowsedBoard.PathOf(elms));
        await deputyOfElms.Tap(new HomePage(deputyOfElms.Page).Coming.GetByRole(AriaRole.Button, new() { Name = "has arrived" }));
        await sister.Tap(sister.Page.GetByRole(AriaRole.Button, new() { Name = "They have left" }));
        await Expect(bed).ToHaveCountAsync(0);
        var gone = board.Server.Services.GetRequiredService<Boards>().Find(ward)!.Stays.Gone.ShouldHaveSingleItem();
        (gone.Destination, gone.To).ShouldBe((Destination.CareHome, elms));
        await team.Open(Paths.OfStay(ward, Reference));
        var story = await team.Page.Locator(".cb-story").InnerTextAsync();
        string[] told = ["The Elms reported the arrival", "held at The Elms", "The Elms can take them now", "Assessed for The Elms", "The Elms planned an assessment", "The Oaks cannot take the person: not enough staff", "was asked for a general nursing bed"];
        told.Select(line => story.IndexOf(line, StringComparison.Ordinal)).ShouldBeInOrder();
        told.ShouldAllBe(line => story.Contains(line));
    }

    private static ILocator Asked(Person person, SiteKey place) => person.Page.Locator($"#{ElementId.Of("asked", place.Value)}");

    private static string ElementIdOf(SiteKey place) => ElementId.Of("ask", place.Value);

    private async Task<(SiteKey Ward, SiteKey Limes, SiteKey Oaks, SiteKey Elms)> Given()
    {
        var locality = board.NewLocality();
        var ward = SiteKey.OfWard(locality, "stepping-hill", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[]
        {
            new DeclareVacancies([new(BedType.Inpatient, 4, 0)]),
            new AdmitStay(Reference, "01"),
            new SetNeeds(Reference, new([TestBoard.Type], Nursing: true, Mobility: Mobility.HelpOfTwo)),
        })
        {
            (await board.Server.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        var homes = new List<SiteKey>();
        foreach (var name in new[] { "the-limes", "the-oaks", "the-elms" })
        {
            homes.Add(await board.Server.CareHome(name, 10, 8, locality));
        }

        (await board.Server.Say(SiteKind.CareHome, homes[2], new CapacityBoard.Enquiries.AgreeTrustedAssessment("Hospital team"))).ThenAccepted();
        await board.Server.OnTheBoard(ward);
        await board.Server.OnTheBoard(homes[2]);
        return (ward, homes[0], homes[1], homes[2]);
    }
}
