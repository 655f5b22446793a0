using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Holds;

/// <summary>A hold from its placing to the person's arrival, on the pages of all three who have to do with it.</summary>
public sealed class HoldJoinTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Reference = "SH-1234";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenPersonOnAWard_WhenABedIsHeldAnsweredAndTaken_ThenTheWardSeesEachStepWithoutReload()
    {
        var (ward, home) = await Places();
        var sister = await InRole("Sister Brown", phone: false, new Grant(Role.Ward, Scope.Of(ward)));
        await sister.Open(BrowsedBoard.PathOf(ward));
        await sister.Remember();
        var bed = sister.Page.Locator(".cb-bed", new() { HasText = Reference });

        var team = await InRole("Transfer desk", phone: false, new(Role.TransferTeam, Scope.Parse(ward.Locality)), new(Role.TransferTeam, Scope.Parse(home.Locality)));
        await team.Open(Paths.OfHold(home, TestBoard.Type));
        await team.Page.Locator("#place-stay").FillAsync(Reference);
        await team.Tap(team.Page.Locator("#place-send"));
        await Expect(bed).ToContainTextAsync("Bed held at The Limes");
        await Expect(bed).ToContainTextAsync("No response yet");

        var deputy = await InRole("The deputy", phone: true, new Grant(Role.CareProvider, Scope.Of(home)));
        await deputy.Open(BrowsedBoard.PathOf(home));
        var coming = new HomePage(deputy.Page).Coming;
        await Expect(coming).ToContainTextAsync("Needs help from 2 people");
        await deputy.Tap(coming.Locator("summary", new() { HasText = "Assess first" }));
        await deputy.Tap(coming.Locator("form button[name=at]").First);
        await Expect(bed).ToContainTextAsync("Assessment ");
        await Expect(team.Page.Locator(".cb-item")).ToContainTextAsync("Assessment ");

        await deputy.Tap(coming.GetByRole(AriaRole.Button, new() { Name = $"Accept {Reference}" }));
        await Expect(bed).ToContainTextAsync("Accepted The deputy");
        await Expect(team.Page.Locator(".cb-item")).ToContainTextAsync("Accepted The deputy");

        await deputy.Tap(coming.GetByRole(AriaRole.Button, new() { Name = "has arrived" }));
        var reported = sister.Page.Locator($"#{ElementId.Of("reported", Reference)}");
        await Expect(reported).ToContainTextAsync("The Limes reported their arrival");
        await Expect(bed).ToHaveCountAsync(1);
        await sister.ShouldNotHaveReloaded();
        await sister.Tap(reported.GetByRole(AriaRole.Button, new() { Name = "They are still here" }));
        await Expect(coming).ToContainTextAsync("Not arrived yet, said Sister Brown");
        await deputy.Tap(coming.GetByRole(AriaRole.Button, new() { Name = "has arrived" }));
        await sister.Tap(reported.GetByRole(AriaRole.Button, new() { Name = "They have left" }));
        await Expect(bed).ToHaveCountAsync(0);

        var gone = board.Server.Services.GetRequiredService<Boards>().Find(ward.Locality)!.Find(ward)!.Stays.Gone.ShouldHaveSingleItem();
        (gone.Destination, gone.To).ShouldBe((Destination.CareHome, home));
    }

    [Fact]
    public async Task GivenPhoneWithoutScripts_WhenTheDeputyAnswers_ThenEachAnswerIsOneTapAndSaid()
    {
        var (_, home) = await Places();
        (await board.Server.Hold(home, Reference)).ThenAccepted();
        var deputy = await Phone(script: false);
        await deputy.Open(BrowsedBoard.PathOf(home));
        var page = new HomePage(deputy.Page);

        await deputy.Tap(page.Coming.GetByRole(AriaRole.Button, new() { Name = $"Accept {Reference}" }));
        await Expect(page.Said).ToContainTextAsync("Accepted");
        await deputy.Tap(page.Coming.Locator("summary", new() { HasText = "Decline" }));
        await deputy.Tap(page.Coming.GetByRole(AriaRole.Button, new() { Name = "Staffing" }));

        await Expect(page.Said).ToContainTextAsync("Hold declined.");
        await Expect(page.Coming).ToHaveCountAsync(0);
        deputy.Taps.ShouldBe(3);
    }

    private async Task<(SiteKey Ward, SiteKey Home)> Places()
    {
        var ward = SiteKey.OfWard(board.NewLocality(), "stepping-hill", "a1");
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

        await board.Server.OnTheBoard(ward);
        return (ward, await board.HomeAlone());
    }
}
