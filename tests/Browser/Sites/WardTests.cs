using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Sites;

/// <summary>A ward's day, without leaving its page.</summary>
public sealed class WardTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenFreeBed_WhenSomeoneIsAdmittedPlannedOptimisedAndDischarged_ThenAllOnThePageOfTheWard(bool script)
    {
        var (ward, desk) = await OnA1(script);
        await (script ? desk.Remember() : Task.CompletedTask);

        await desk.Tap(Toggle(desk, "Admit to bed 01"));
        await desk.Page.Locator("#admission-form-stay").FillAsync("RX-100");
        await desk.Page.Locator("#admission-form-age").SelectOptionAsync(new SelectOptionValue { Label = "85 or over" });
        await desk.Tap(desk.Page.Locator("#admission-send"));
        await Expect(Said(desk)).ToContainTextAsync("RX-100 is in bed 01.");
        await Expect(Bed(desk, "RX-100")).ToContainTextAsync("Admitted today");

        await Unfold(desk, "Change bed 01");
        await desk.Tap(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Tomorrow" }));
        await Expect(Said(desk)).ToContainTextAsync("RX-100 is expected to leave tomorrow.");
        await Unfold(desk, "Change bed 01");
        await desk.Tap(desk.Page.Locator("#optimised-send"));
        await Expect(Bed(desk, "RX-100")).ToContainTextAsync("Medically optimised today");
        await Expect(Bed(desk, "RX-100")).ToContainTextAsync("Expected to leave tomorrow");

        await Unfold(desk, "Change bed 01");
        await desk.Page.Locator("#discharge-destination").SelectOptionAsync(new SelectOptionValue { Label = "Home or usual residence" });
        await desk.Tap(desk.Page.Locator("#discharge-send"));
        await Expect(Said(desk)).ToContainTextAsync("RX-100 discharged. The bed is free.");
        await Expect(Bed(desk, "RX-100")).ToHaveCountAsync(0);

        new Uri(desk.Page.Url).AbsolutePath.ShouldBe(BrowsedBoard.PathOf(ward));
        await (script ? desk.ShouldNotHaveReloaded() : Task.CompletedTask);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenTwoWards_WhenSomeoneIsTransferred_ThenInTheBedThereAndNotHere(bool script)
    {
        var (ward, desk) = await OnA1(script);
        var other = await Ward(ward.Locality, "b2");
        await Say(ward, new AdmitStay("RX-200", "01"));
        await desk.Page.ReloadAsync();

        await Unfold(desk, "Change bed 01");
        await desk.Page.Locator("#transfer-to").SelectOptionAsync(new SelectOptionValue { Label = "B2 (4 free)" });
        await desk.Page.Locator("#transfer-bed").FillAsync("7");
        await desk.Tap(desk.Page.Locator("#transfer-send"));

        await Expect(Said(desk)).ToContainTextAsync("RX-200 is on B2, bed 7.");
        await Expect(Bed(desk, "RX-200")).ToHaveCountAsync(0);
        await desk.Open(BrowsedBoard.PathOf(other));
        await Expect(Bed(desk, "RX-200")).ToContainTextAsync("Admitted today");
        await Expect(Bed(desk, "RX-200").Locator(".cb-bed__label")).ToHaveTextAsync("Bed 7");
    }

    [Fact]
    public async Task GivenStaysOfSevenAndTwentyOneMidnights_ThenTheyAreNamedInWords()
    {
        var (ward, desk) = await OnA1(script: true);
        var now = board.Clock.GetUtcNow();
        await Say(ward, new AdmitStay("RX-6", "1", AdmittedAt: now.AddDays(-6)), new AdmitStay("RX-7", "2", AdmittedAt: now.AddDays(-7)));
        await Say(ward, new AdmitStay("RX-21", "3", AdmittedAt: now.AddDays(-21)), new DeclareMedicallyOptimised("RX-21", now.AddDays(-5)));
        await desk.Page.ReloadAsync();

        await Expect(Bed(desk, "RX-6")).ToContainTextAsync("6 nights in hospital");
        await Expect(Bed(desk, "RX-6").Locator(".nhsuk-tag")).ToHaveCountAsync(0);
        await Expect(Bed(desk, "RX-7")).ToContainTextAsync("7 nights in hospital Long stay");
        await Expect(Bed(desk, "RX-21")).ToContainTextAsync("21 nights in hospital Super-stranded");
        await Expect(Bed(desk, "RX-21")).ToContainTextAsync("Medically optimised for 5 nights");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("2 long stays of 7 nights or more, 1 of them super-stranded (21 or more).");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenNameInsteadOfReference_WhenCorrected_ThenAdmittedOnce(bool script)
    {
        var (_, desk) = await OnA1(script);
        await desk.Tap(Toggle(desk, "Admit to bed 02"));

        await desk.Page.Locator("#admission-form-stay").FillAsync("Mrs Example");
        await desk.Tap(desk.Page.Locator("#admission-send"));
        await Expect(desk.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("Do not enter a name.");
        await desk.Page.Locator("#admission-form-stay").FillAsync("RX-300");
        await desk.Tap(desk.Page.Locator("#admission-send"));

        await Expect(Said(desk)).ToContainTextAsync("RX-300 is in bed 02.");
        await Expect(Bed(desk, "RX-300")).ToHaveCountAsync(1);
    }

    private async Task<(SiteKey Ward, Person Desk)> OnA1(bool script)
    {
        var ward = await Ward(board.NewLocality(), "a1");
        var desk = await Desk(script);
        await desk.Open(BrowsedBoard.PathOf(ward));
        return (ward, desk);
    }

    private async Task<SiteKey> Ward(string locality, string name)
    {
        var ward = SiteKey.OfWard(locality, "stepping-hill", name);
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        await Say(ward, new DeclareVacancies([new(BedType.Inpatient, 4, 0)]));
        await board.Server.OnTheBoard(ward);
        return ward;
    }

    private Task Say(SiteKey ward, params IEnumerable<SiteCommand> commands) => board.Server.SayAll(SiteKind.Ward, ward, commands);

    /// <summary>Without scripts a bed stays unfolded after a change; with them it does too.</summary>
    private static async Task Unfold(Person desk, string link)
    {
        if (await Toggle(desk, link).CountAsync() > 0)
        {
            await desk.Tap(Toggle(desk, link));
        }
    }

    private static ILocator Toggle(Person desk, string name) => desk.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Bed(Person desk, string stay) => desk.Page.Locator(".cb-bed").Filter(new() { Has = desk.Page.Locator($"strong:text-is('{stay}')") });

    private static ILocator Said(Person desk) => desk.Page.Locator("#said");
}
