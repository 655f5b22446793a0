using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Plans;

/// <summary>The transfer team's plan, over HTTP and without scripts.</summary>
public sealed class PlanPageTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Needs Nursing = new([TestBoard.Type]);

    [Fact]
    public async Task GivenPeopleWhoWait_ThenWhoCanBePlacedWhatIsArrangedAndWhoIsLeftOut()
    {
        var ward = await Given("planned", free: 2);
        await Wait(ward, "W-1", nights: 2);
        await Wait(ward, "W-2", nights: 9);
        await Wait(ward, "W-3", nights: 30);
        (await board.Say(SiteKind.Ward, ward, new RecordDelay("W-2", DelayReason.FundingEligibility))).ThenAccepted();
        (await board.Say(SiteKind.CareHome, SiteKey.Of("planned", "the-limes"), new PlaceHold(TestBoard.Type, "W-3", From: ward))).ThenAccepted();
        using var team = Team("planned");

        var page = await team.Visit("/planned/plan");

        page.Document.QuerySelectorAll(".cb-plan-counts strong").Select(each => each.Read()).ShouldBe(["1", "1", "1", "0"]);
        Rows(page, "proposed").ShouldBe(["W-2"]);
        Rows(page, "arranged").ShouldBe(["W-3"]);
        Rows(page, "left-out").ShouldBe(["W-1"]);
        page.Text.ShouldContain("Awaiting confirmation of funding eligibility: NHS and social care");
        page.Text.ShouldContain("The Limes answers by tomorrow");
        page.Text.ShouldContain("2 people compete for 1 bed. It is proposed for somebody who has waited 9 nights.");
    }

    [Fact]
    public async Task GivenProposal_WhenHeldInOneTap_ThenThePlaceIsAskedAndThePlanIsMadeAgain()
    {
        var ward = await Given("tapped", free: 1);
        await Wait(ward, "W-1", nights: 2);
        await Wait(ward, "W-2", nights: 1);
        using var team = Team("tapped");
        var page = await team.Visit("/tapped/plan");

        var held = await team.Send(page, FormOf(page));

        held.Said.ShouldContain("A general nursing bed is held for W-1 at The Limes until tomorrow");
        Rows(held, "proposed").ShouldBeEmpty();
        Rows(held, "arranged").ShouldBe(["W-1"]);
        var hold = (await board.Read(SiteKind.CareHome, SiteKey.Of("tapped", "the-limes"))).Json["holds"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)hold["stay"], (string?)hold["from"]).ShouldBe(("W-1", ward.Value));

        (await team.Send(page, FormOf(page))).Said.ShouldContain("is held for W-1 at The Limes");
        (await board.Read(SiteKind.CareHome, SiteKey.Of("tapped", "the-limes"))).Json["holds"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenProposal_WhenThePlaceIsAskedInOneTap_ThenItHasAnEnquiryAndNoBedIsHeld()
    {
        var ward = await Given("enquired", free: 1);
        await Wait(ward, "W-1", nights: 2);
        using var team = Team("enquired");
        var page = await team.Visit("/enquired/plan");

        var asked = await team.Send(page, page.FormOf("ask"));

        asked.Said.ShouldContain("is asked about W-1, with an answer by tomorrow");
        Rows(asked, "proposed").ShouldBe(["W-1"]);
        asked.Html.ShouldNotContain("handler=Ask", customMessage: "a place is asked once");
        var home = (await board.Read(SiteKind.CareHome, SiteKey.Of("enquired", "the-limes"))).Json;
        ((string?)home["enquiries"]!.AsArray().ShouldHaveSingleItem()!["stay"], home["holds"]!.AsArray().Count).ShouldBe(("W-1", 0));
    }

    [Fact]
    public async Task GivenPlaceThatIsSuspendedMeanwhile_WhenHeld_ThenNothingIsHeldAndTheNewPlanIsShown()
    {
        var ward = await Given("changed", free: 1);
        await Wait(ward, "W-1", nights: 2);
        using var team = Team("changed");
        var page = await team.Visit("/changed/plan");
        (await board.Say(SiteKind.CareHome, SiteKey.Of("changed", "the-limes"), new SuspendPlacements("Outbreak"))).ThenAccepted();

        var after = await team.Send(page, FormOf(page));

        after.ErrorSummary.ShouldContain("The plan has changed, so nothing was done.");
        Rows(after, "left-out").ShouldBe(["W-1"]);
        after.Text.ShouldContain("No free bed fits: 1 suspended.");
    }

    [Fact]
    public async Task GivenWhoMayNotHoldBeds_ThenNoPlan()
    {
        var ward = await Given("guarded", free: 1);
        await Wait(ward, "W-1", nights: 2);
        Grant[] grants = [new(Role.Ward, Scope.Of(ward)), new(Role.CareProvider, Scope.Parse("guarded/the-limes")), new(Role.Viewer, Scope.Parse("guarded")), new(Role.Administrator, Scope.Parse("guarded"))];

        foreach (var grant in grants)
        {
            using var visitor = new Visitor(board.Address, name: $"{grant.Role} guarded", grants: [grant]);
            (await visitor.Visit("/guarded/plan")).Status.ShouldBe(403, $"{grant.Role}");
            (await visitor.Visit("/guarded")).Links.ShouldNotContain("/guarded/plan");
        }

        using var team = Team("guarded");
        (await team.Visit("/guarded")).Links.ShouldContain("/guarded/plan");
        using var other = Team("another");
        (await other.Visit("/guarded/plan")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task GivenOwnPersonInAnothersHospital_ThenTheyArePlannedForAtHomeAndTheHospitalsOwnPeopleAreNotShown()
    {
        await Given("home-town", free: 1);
        var elsewhere = await board.Ward("other-town");
        await Wait(elsewhere, "E-1", nights: 5);
        var since = board.Clock.GetUtcNow().AddDays(-3);
        (await board.Say(SiteKind.Ward, elsewhere, new AdmitStay("E-2", "2", AdmittedAt: since, HomeLocality: "home-town"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, elsewhere, new SetNeeds("E-2", Nursing))).ThenAccepted();
        (await board.Say(SiteKind.Ward, elsewhere, new DeclareMedicallyOptimised("E-2", since))).ThenAccepted();
        using var team = Team("home-town");

        var page = await team.Visit("/home-town/plan");

        Rows(page, "proposed").ShouldBe(["E-2"]);
        page.Text.ShouldNotContain("E-1");
    }

    [Fact]
    public async Task GivenPlan_ThenTheApiHasItTooAndNotForALocalityThatIsNotThere()
    {
        var ward = await Given("asked", free: 1);
        await Wait(ward, "W-1", nights: 2);

        var plan = (await board.Get("/api/localities/asked/plan")).ThenAccepted().Json;

        var proposal = plan["proposals"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)proposal["person"]!["stay"], (string?)proposal["place"]!["site"], (string?)proposal["type"]).ShouldBe(("W-1", "asked/the-limes", "general-nursing"));
        ((string?)proposal["whatChanges"]![0]).ShouldBe("The only place that fits.");
        (await board.Get("/api/localities/nowhere/plan")).Status.ShouldBe(404);
    }

    private static IEnumerable<string> Rows(VisitedPage page, string section) =>
        page.Document.QuerySelectorAll($"[aria-labelledby={section}] tbody td:first-child a").Select(each => each.Read());

    /// <summary>The first form for holding a bed.</summary>
    private static string FormOf(VisitedPage page) => page.Document.QuerySelector(".cb-plan form")!.Id!;

    private Visitor Team(string locality) => new(board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);

    private Task Wait(SiteKey ward, string stay, int nights) => board.Waits(ward, stay, Nursing, board.Clock.GetUtcNow().AddDays(-nights));

    /// <summary>A locality of its own with a ward and a home.</summary>
    private async Task<SiteKey> Given(string locality, int free)
    {
        await board.CareHome("the-limes", 10, 10 - free, locality);
        return await board.Ward(locality);
    }
}
