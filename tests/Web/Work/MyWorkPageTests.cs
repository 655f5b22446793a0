using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Work;

/// <summary>What waits for somebody, over HTTP and without scripts.</summary>
public sealed class MyWorkPageTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenHold_WhenTheHomeAcceptsFromItsWork_ThenItIsAcceptedAndNothingWaits()
    {
        var (ward, home) = await Given("accepting");
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "S-1", From: ward, Until: board.Clock.GetUtcNow().AddHours(20), Arrival: board.Clock.GetUtcNow().AddHours(10)))).ThenAccepted();
        using var deputy = new Visitor(board.Address, name: "Deputy of accepting", grants: [new(Role.CareProvider, Scope.Of(home))]);

        var page = await deputy.Visit("/work");
        page.Document.QuerySelector("#my-work")!.Read().ShouldBe("My work (1)");
        page.Document.QuerySelector(".cb-matter__what")!.TextContent.ShouldBe("S-1: General nursing bed held: accept or decline");
        var done = await deputy.Send(page, page.FormOf("matter"));

        done.Said.ShouldContain("S-1: Accepted.");
        done.Text.ShouldContain("Nothing waits for you");
        done.Document.QuerySelector("#my-work")!.Read().ShouldBe("My work");
    }

    [Fact]
    public async Task GivenMatters_ThenTitlesBeginWithTheirCountExceptOnTheWallboardAndForOthers()
    {
        var (ward, home) = await Given("titles");
        using var deputy = new Visitor(board.Address, name: "Deputy of titles", grants: [new(Role.CareProvider, Scope.Of(home)), new(Role.Viewer, Scope.Parse("titles"))]);
        using var viewer = new Visitor(board.Address, name: "Viewer of titles", grants: [new(Role.Viewer, Scope.Parse("titles"))]);
        (await deputy.Visit("/work")).Document.Title.ShouldBe("My work – Capacity board");
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "S-1", From: ward), "titles-hold")).ThenAccepted();

        (await deputy.Visit("/work")).Document.Title.ShouldBe("(1) My work – Capacity board");
        (await deputy.Visit("/titles")).Document.Title.ShouldNotBeNull().ShouldStartWith("(1) ");
        (await deputy.Visit("/titles/wall")).Document.Title.ShouldNotBeNull().ShouldEndWith(": wallboard – Capacity board");
        (await deputy.Visit("/titles/wall")).Document.Title.ShouldNotBeNull().ShouldNotContain("(1)");
        (await viewer.Visit("/titles")).Document.Title.ShouldNotBeNull().ShouldNotContain("(1)");
    }

    [Fact]
    public async Task GivenAnOpenPage_WhenItAsksForTheFirstThatIsNew_ThenItIsInWordsWithoutTheReferenceAndGoneOnceSettled()
    {
        var (ward, home) = await Given("news");
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "S-1", From: ward, Until: board.Clock.GetUtcNow().AddHours(20)), "news-hold")).ThenAccepted();
        using var deputy = new Visitor(board.Address, name: "Deputy of news", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var mark = (await deputy.Visit("/")).Document.QuerySelector("[data-waiting]")!.GetAttribute("data-waiting");

        var news = await deputy.Visit($"/work?handler=Waiting&first={mark}&count=2");
        news.Document.QuerySelector("#new-matter p")!.Read().ShouldStartWith("2 new. First: The Limes: General nursing bed held: accept or decline. By ");
        news.Text.ShouldNotContain("S-1");
        (await deputy.Visit("/work?handler=Waiting&count=0")).Document.QuerySelector("#new-matter").ShouldBeNull();

        (await board.Say(SiteKind.CareHome, home, new DeclineHold("news-hold", "Staffing"))).ThenAccepted();
        var settled = await deputy.Visit($"/work?handler=Waiting&first={mark}&count=1");
        settled.Document.QuerySelector("#new-matter").ShouldBeNull();
        settled.Document.QuerySelector("[data-waiting]")!.GetAttribute("data-waiting").ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenMatterThatSomebodyElseSettled_WhenItIsSent_ThenItSaysSoAndNothingIsDone()
    {
        var (ward, home) = await Given("settled");
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "S-1", From: ward), "settled-hold")).ThenAccepted();
        using var deputy = new Visitor(board.Address, name: "Deputy of settled", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var page = await deputy.Visit("/work");
        (await board.Say(SiteKind.CareHome, home, new DeclineHold("settled-hold", "Staffing"))).ThenAccepted();

        var late = await deputy.Send(page, page.FormOf("matter"));

        late.Text.ShouldContain("Nothing is left to do for this: somebody has settled it.");
    }

    [Fact]
    public async Task GivenRoles_ThenEachSeesWhatWaitsForItAndNothingOfOthers()
    {
        var (ward, home) = await Given("roles");
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "S-1", From: ward), "roles-hold")).ThenAccepted();
        (await board.Say(SiteKind.CareHome, home, new AdmitOnHold("roles-hold"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("S-2", "2"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new SetNeeds("S-2", new([TestBoard.Type])))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised("S-2"))).ThenAccepted();

        (await Work("Sister of roles", new(Role.Ward, Scope.Of(ward)))).ShouldBe(["S-1: The Limes reported their arrival: have they left?"]);
        (await Work("Team of roles", new(Role.TransferTeam, Scope.Parse("roles")))).ShouldBe(["1 person is ready to leave, and no place is asked for them"]);
        (await Work("Sister elsewhere", new(Role.Ward, Scope.Parse("roles/the-hospital/other")))).ShouldBeEmpty();
        (await Work("Viewer of roles", new(Role.Viewer, Scope.Parse("roles")))).ShouldBeEmpty();
        (await Work("Deputy of roles", new(Role.CareProvider, Scope.Of(home)))).ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> Work(string name, Grant grant)
    {
        using var visitor = new Visitor(board.Address, name: name, grants: [grant]);
        return (await visitor.Visit("/work")).Document.QuerySelectorAll(".cb-matter__what").Select(each => each.TextContent);
    }

    private async Task<(SiteKey Ward, SiteKey Home)> Given(string locality)
    {
        var ward = await board.Ward(locality);
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("S-1", "1"))).ThenAccepted();
        var home = await board.CareHome("the-limes", 10, 6, locality);
        await board.OnTheBoard(home);
        return (ward, home);
    }
}
