using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.People;

/// <summary>One person's way from admission to a care home, done on the pages of three roles, and told afterwards from the events.</summary>
public sealed class JourneyTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Reference = "SH-2018";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenWardTeamAndHome_WhenAPersonIsAdmittedOptimisedMatchedHeldAcceptedAndGone_ThenTheReportsCountItAndTheEventsTellIt()
    {
        var home = await board.HomeAlone();
        var ward = await Ward(home.Locality);
        var sister = await InRole("Sister Brown", phone: false, new Grant(Role.Ward, Scope.Of(ward)));
        var team = await InRole("Transfer desk", phone: false, new Grant(Role.TransferTeam, Scope.Parse(home.Locality)));
        var deputy = await InRole("The deputy", phone: true, new Grant(Role.CareProvider, Scope.Of(home)));

        await Admit(sister, ward);
        await Plan(team, ward);
        await HoldFromTheChoiceList(team, ward, home);
        await Answer(deputy, home);
        await Expect(Bed(sister)).ToContainTextAsync("Accepted");
        await deputy.Tap(new HomePage(deputy.Page).Coming.GetByRole(AriaRole.Button, new() { Name = "has arrived" }));
        var left = sister.Page.GetByRole(AriaRole.Button, new() { Name = "They have left" });
        await Expect(left).ToBeVisibleAsync();
        await sister.ShouldNotHaveReloaded();
        await sister.Tap(left);
        await Expect(Bed(sister)).ToHaveCountAsync(0);

        await ShouldBeCounted(team, home.Locality);
        await ShouldBeTold(team, ward);
    }

    private static async Task Admit(Person sister, SiteKey ward)
    {
        await sister.Open(BrowsedBoard.PathOf(ward));
        await sister.Remember();
        await sister.Tap(sister.Page.GetByRole(AriaRole.Link, new() { Name = "Admit to bed 01", Exact = true }));
        await sister.Page.Locator("#admission-form-stay").FillAsync(Reference);
        await sister.Page.Locator("#admission-form-age").SelectOptionAsync(new SelectOptionValue { Label = "85 or over" });
        await sister.Tap(sister.Page.Locator("#admission-send"));
        await Expect(Bed(sister)).ToContainTextAsync("Admitted today");
        await sister.Tap(sister.Page.GetByRole(AriaRole.Link, new() { Name = "Change bed 01", Exact = true }));
        await sister.Tap(sister.Page.Locator("#optimised-send"));
        await Expect(Bed(sister)).ToContainTextAsync("Medically optimised today");
    }

    private static async Task Plan(Person team, SiteKey ward)
    {
        await team.Open(Paths.OfStay(ward, Reference));
        await Unfold(team, "pathway");
        await team.Page.GetByLabel("Pathway 3: care home, likely to be permanent").CheckAsync();
        await Send(team, "pathway");
        await Unfold(team, "delay");
        await team.Page.Locator("#delay-reason").SelectOptionAsync("care-home-not-available");
        await Send(team, "delay");
        await Unfold(team, "needs");
        await team.Page.GetByLabel("General nursing").CheckAsync();
        await Send(team, "needs");
    }

    private static async Task HoldFromTheChoiceList(Person team, SiteKey ward, SiteKey home)
    {
        await team.Open($"/{ward.Locality}/choices?site={ward}&stay={Reference}");
        var form = ElementId.Of("hold", home.Value);
        await team.Tap(team.Page.Locator($"#{form}-details summary"));
        await team.Tap(team.Page.Locator($"#{form}-send"));
        await Expect(team.Page.Locator("#said")).ToContainTextAsync("A general nursing bed is held at");
    }

    private static async Task Answer(Person deputy, SiteKey home)
    {
        await deputy.Open(BrowsedBoard.PathOf(home));
        await deputy.Tap(new HomePage(deputy.Page).Coming.GetByRole(AriaRole.Button, new() { Name = $"Accept {Reference}" }));
        await Expect(new HomePage(deputy.Page).Said).ToContainTextAsync("Accepted");
    }

    private static async Task ShouldBeCounted(Person team, string locality)
    {
        await team.Open($"/{locality}/reports/time-to-leave");
        var row = team.Page.Locator("#by-pathway tbody tr", new() { HasText = "P3" });
        await Expect(row).ToContainTextAsync("Stepping Hill");
        await team.Tap(row.GetByRole(AriaRole.Link).First);
        await Expect(team.Page.GetByRole(AriaRole.Link, new() { Name = Reference })).ToBeVisibleAsync();
    }

    /// <summary>From the report to the person, and there all that happened, in its order.</summary>
    private static async Task ShouldBeTold(Person team, SiteKey ward)
    {
        await team.Tap(team.Page.GetByRole(AriaRole.Link, new() { Name = Reference }));
        team.Page.Url.ShouldEndWith(Paths.OfStay(ward, Reference));
        var told = await team.Page.Locator(".cb-story li").AllInnerTextsAsync();
        var steps = new[] { "Admitted", "edically optimised", "athway 3", "Residential/nursing home care", "general nursing", "held", "ccepted", "The Limes reported the arrival", "ischarged" };
        var lines = told.Reverse().ToList();
        var places = steps.Select(step => lines.FindIndex(line => line.Contains(step, StringComparison.Ordinal))).ToList();
        places.ShouldNotContain(-1, customMessage: $"of {string.Join(", ", steps)} in:\n{string.Join("\n", told)}");
        places.ShouldBeInOrder(SortDirection.Ascending, $"in:\n{string.Join("\n", told)}");
    }

    private async Task<SiteKey> Ward(string locality)
    {
        var ward = SiteKey.OfWard(locality, "stepping-hill", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 4, 0)]))).ThenAccepted();
        await board.Server.OnTheBoard(ward);
        return ward;
    }

    private static ILocator Bed(Person sister) => sister.Page.Locator(".cb-bed", new() { HasText = Reference });

    private static async Task Unfold(Person team, string form)
    {
        if (await team.Page.Locator($"#{form}-details").GetAttributeAsync("open") is null)
        {
            await team.Tap(team.Page.Locator($"#{form}-details > summary"));
        }
    }

    private static async Task Send(Person team, string form)
    {
        await team.Tap(team.Page.Locator($"#{form}-send"));
        await Expect(team.Page.Locator("[data-region]")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(team.Page.Locator("#said")).ToContainTextAsync("Saved at");
    }
}
