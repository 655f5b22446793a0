using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Choices;

/// <summary>Who could come to a place, over HTTP and without scripts.</summary>
public sealed class SuitedPageTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Needs Nursing = new([TestBoard.Type]);

    [Fact]
    public async Task GivenPeopleWhoWait_ThenTheLongestWaitFirstWithWhyAndWhoCannotCome()
    {
        var (ward, home) = await Given("suited");
        var now = board.Clock.GetUtcNow();
        await board.Waits(ward, "W-1", Nursing, now.AddDays(-2));
        await board.Waits(ward, "W-2", Nursing, now.AddDays(-9));
        await board.Waits(ward, "W-3", Nursing with { Near = "SK2", WithinKilometres = 5, Wished = [home] }, now.AddDays(-1));
        await board.Waits(ward, "W-4", new([BedType.CarePackage]), now.AddDays(-1));
        var other = await board.CareHome("the-other", 10, 2, "suited");
        (await board.Say(SiteKind.CareHome, other, new PlaceHold(TestBoard.Type, "W-1", From: ward))).ThenAccepted();
        using var team = Team("suited");

        var page = await team.Visit($"{Paths.OfSite(home)}/suited");

        page.Text.ShouldContain("Who could come to The Limes");
        page.Document.QuerySelectorAll("#ready + .cb-places h3").Select(each => each.Read()).ShouldBe(["W-2", "W-1", "W-3"]);
        page.Text.ShouldContain("Medically optimised for 9 nights");
        page.Text.ShouldContain("A bed is held for them elsewhere");
        page.Text.ShouldContain("First preferred home");
        page.Text.ShouldNotContain("W-4");
        (await team.Visit(Paths.OfSite(home))).Document.QuerySelectorAll("a").Select(each => each.Read()).ShouldContain("Who could come here");

        var answer = (await board.Get($"/api/localities/suited/suited?site={home}")).ThenAccepted().Json;
        answer["ready"]!.AsArray().Select(each => (string?)each!["stay"]).ShouldBe(["W-2", "W-1", "W-3"]);
        ((int?)answer["ready"]![0]!["nights"], (bool?)answer["ready"]![1]!["isHeldElsewhere"]).ShouldBe((9, true));

        (await board.Say(SiteKind.CareHome, home, new SuspendPlacements("Outbreak"))).ThenAccepted();

        var stopped = await team.Visit($"{Paths.OfSite(home)}/suited");
        stopped.Document.QuerySelectorAll("#ready + .cb-places h3").ShouldBeEmpty();
        stopped.Text.ShouldContain("3 more need such a place and cannot come here");
        stopped.Text.ShouldContain("Placements here are suspended.");
    }

    [Fact]
    public async Task GivenWhoSeesOneWardOnly_ThenItsPeopleAndNothingHintsAtOthers()
    {
        var (ward, home) = await Given("narrow");
        await board.Waits(ward, "W-1", Nursing, board.Clock.GetUtcNow().AddDays(-2));
        var (other, _) = await Given("narrow", "b2");
        await board.Waits(other, "W-2", Nursing, board.Clock.GetUtcNow().AddDays(-9));
        using var sister = new Visitor(board.Address, name: "Sister of narrow", grants: [new(Role.Ward, Scope.Of(ward))]);
        using var manager = new Visitor(board.Address, name: "Manager of narrow", grants: [new(Role.CareProvider, Scope.Of(home))]);
        using var viewer = new Visitor(board.Address, name: "Viewer of narrow", grants: [new(Role.Viewer, Scope.Parse("narrow"))]);

        var page = await sister.Visit($"{Paths.OfSite(home)}/suited");

        page.Document.QuerySelectorAll(".cb-places h3").Select(each => each.Read()).ShouldBe(["W-1"]);
        page.Text.ShouldNotContain("W-2");
        (await manager.Visit($"{Paths.OfSite(home)}/suited")).Status.ShouldBe(403);
        (await viewer.Visit($"{Paths.OfSite(home)}/suited")).Status.ShouldBe(403);
        (await manager.Visit(Paths.OfSite(home))).Text.ShouldNotContain("Who could come here");
    }

    [Fact]
    public async Task GivenWardOrNoSuchPlace_ThenThereIsNoSuchPage()
    {
        var (ward, _) = await Given("none");
        using var team = Team("none");

        (await team.Visit("/none/sites/nowhere/suited")).Status.ShouldBe(404);
        (await team.Visit($"/none/sites/{ward.Hospital}/{ward.Name}/suited")).Status.ShouldBe(404);
    }

    private Visitor Team(string locality) => new(board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);

    /// <summary>A locality of its own with a ward and a home with beds free.</summary>
    private async Task<(SiteKey Ward, SiteKey Home)> Given(string locality, string name = "a1")
    {
        var ward = await board.Ward(locality, name);
        return (ward, name == "a1" ? await board.CareHome("the-limes", 10, 8, locality) : SiteKey.Of(locality, "the-limes"));
    }
}
