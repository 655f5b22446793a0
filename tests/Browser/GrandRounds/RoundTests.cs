using CapacityBoard.Beds;
using CapacityBoard.Browser.Ui;
using CapacityBoard.GrandRounds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.GrandRounds;

/// <summary>A grand round at screens: by keyboard alone, and by two people at once.</summary>
public sealed class RoundTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    private const string Other = "Dev Patel, grand round";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenThreeLongStays_WhenReviewedByKeyboardAlone_ThenTheFocusGoesFromOneToTheNext()
    {
        var ward = await Ward();
        var desk = await Desk();
        await desk.Open(PathOf(ward));
        await desk.Remember();
        await TabUntil(desk, "document.activeElement.id.endsWith('-toggle')");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#open")).ToContainTextAsync("R-1");

        foreach (var (reviewed, next) in new[] { ("R-1", "R-2"), ("R-2", "R-3") })
        {
            await Review(desk, $"Note of {reviewed}");
            await Expect(desk.Page.Locator("#said")).ToContainTextAsync($"{reviewed} reviewed. Next: {next}");
            await Expect(desk.Page.Locator("#open")).ToBeFocusedAsync();
            await Expect(desk.Page.Locator("#open")).ToContainTextAsync(next);
        }

        await Review(desk, "Note of R-3");
        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("R-3 reviewed. Everyone on the list is now reviewed.");
        await Expect(desk.Page.Locator("#counts")).ToContainTextAsync("3 of 3 reviewed");
        await desk.ShouldNotHaveReloaded();
    }

    [Fact]
    public async Task GivenSomeoneWhoWrites_WhenAnotherReviewsTheSameStay_ThenTheyAreToldAtOnceAndKeepTheirWordsAndBothStand()
    {
        var ward = await Ward();
        var (one, two) = (await Desk(), await Desk(name: Other));
        await one.Open(PathOf(ward, "R-1"));
        await two.Open(PathOf(ward, "R-1"));
        await Expect(one.Page.Locator("#review-note")).ToBeVisibleAsync();
        await one.Page.Locator("#review-note").FillAsync("Family objects");

        await two.Tap(Outcome(two, "Leaving today or tomorrow"));
        await two.Page.Locator("#review-note").FillAsync("Goes home");
        await two.Tap(Save(two));

        await Expect(one.Page.Locator("#panel-last")).ToContainTextAsync($"Reviewed by {Other}, just now: Leaving today or tomorrow. “Goes home”");
        await Expect(one.Page.Locator("#counts")).ToContainTextAsync("1 of 3 reviewed");
        await Expect(one.Page.Locator("#review-note")).ToHaveValueAsync("Family objects");

        await one.Tap(Outcome(one, "Escalated above the ward"));
        await one.Tap(Save(one));
        await Expect(one.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync($"{Other} reviewed this stay at");
        await Expect(one.Page.Locator("#review-note")).ToHaveValueAsync("Family objects");
        await EveryPageTests.ShouldBeInOrder(one, "a review that met another");
        await one.Page.SetViewportSizeAsync(1280, 900);
        await one.Tap(Save(one));

        await Expect(one.Page.Locator("#said")).ToContainTextAsync("R-1 reviewed.");
        var notes = (await board.Server.Journal.ReadSite(ward, 0, CancellationToken.None)).Select(entry => entry.Event).OfType<StayReviewed>().Select(review => review.Note);
        notes.ShouldBe(["Goes home", "Family objects"]);
    }

    [Fact]
    public async Task GivenAnOpenRound_WhenAnotherReviews_ThenItShowsByItself()
    {
        var ward = await Ward();
        var desk = await Desk();
        await desk.Open(PathOf(ward));
        await desk.Remember();

        (await board.Server.Say(SiteKind.Ward, ward, new ReviewStay("R-2", ReviewOutcome.PlanOnTrack, "Equipment comes Monday"))).ThenAccepted();

        await Expect(desk.Page.Locator(".cb-round__stay", new() { HasText = "R-2" })).ToContainTextAsync("Equipment comes Monday");
        await Expect(desk.Page.Locator("#counts")).ToContainTextAsync("Last reviewed: R-2");
        await desk.ShouldNotHaveReloaded();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenPhone_WhenAnActionIsDone_ThenItIsGoneFromTheList(bool script)
    {
        var ward = await Ward();
        (await board.Server.Say(SiteKind.Ward, ward, new AgreeAction("R-1", "Ask the panel", "Transfer team", LocalDay.Of(board.Clock.GetUtcNow())))).ThenAccepted();
        var phone = await Phone(script);
        await phone.Open($"/{ward.Locality}/actions?owner=all");

        await phone.Tap(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as done" }));

        await Expect(phone.Page.Locator("#said")).ToContainTextAsync("Done for R-1: Ask the panel.");
        await Expect(phone.Page.Locator(".cb-item")).ToHaveCountAsync(0);
    }

    private static async Task Review(Person desk, string note)
    {
        await TabUntil(desk, "document.activeElement.name === 'outcome'");
        await desk.Page.Keyboard.PressAsync("Space");
        await TabUntil(desk, "document.activeElement.name === 'note'");
        await desk.Page.Keyboard.TypeAsync(note);
        await desk.Page.Keyboard.PressAsync("Enter");
    }

    private static ILocator Outcome(Person person, string label) => person.Page.GetByLabel(label);

    private static ILocator Save(Person person) => person.Page.GetByRole(AriaRole.Button, new() { Name = "Save and go to next" });

    private static string PathOf(SiteKey ward, string? stay = null) =>
        $"/{ward.Locality}/grand-round{(stay is null ? "" : $"?site={Uri.EscapeDataString(ward.Value)}&stay={stay}")}";

    private static async Task TabUntil(Person desk, string condition)
    {
        const int Most = 60;
        for (var tab = 0; tab < Most; tab++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            if (await desk.Page.EvaluateAsync<bool>(condition))
            {
                return;
            }
        }

        Assert.Fail($"Not reached with {Most} tabs: {condition}");
    }

    /// <summary>A ward with three long stays, the only one of a new locality.</summary>
    private async Task<SiteKey> Ward()
    {
        var ward = SiteKey.OfWard(board.NewLocality(), "stepping-hill", "a1");
        var now = board.Clock.GetUtcNow();
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[]
        {
            new DeclareVacancies([new(BedType.Inpatient, 6, 0)]),
            new AdmitStay("R-1", "1", AdmittedAt: now.AddDays(-40)),
            new AdmitStay("R-2", "2", AdmittedAt: now.AddDays(-20)),
            new AdmitStay("R-3", "3", AdmittedAt: now.AddDays(-9)),
        })
        {
            (await board.Server.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        await board.Server.OnTheBoard(ward);
        return ward;
    }
}
