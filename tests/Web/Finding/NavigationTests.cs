using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Finding;

/// <summary>The menu of every page has what its reader may open, and says where they are.</summary>
public sealed class NavigationTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly SiteKey Home = SiteKey.Of("framed", "the-oaks");

    [Fact]
    public async Task GivenTransferTeam_ThenItsLocalitysPagesAndThisOneIsMarked()
    {
        await board.CareHome(Home.Name, locality: Home.Locality);
        using var team = new Visitor(board.Address, name: "Team framed", grants: [new(Role.TransferTeam, Scope.Parse("framed"))]);

        var page = await team.Visit("/framed/people");

        LinksOf(page).ShouldBe(["/framed", "/framed/people", "/framed/grand-round", "/framed/plan", "/framed/enquiries", "/framed/actions", "/framed/assessments", "/framed/reports", "/help"]);
        page.Document.QuerySelector("[aria-label=Menu] [aria-current=page]").Read().ShouldBe("Patients");
        (await team.Visit("/framed/reports/beds")).Document.QuerySelector("[aria-label=Menu] [aria-current]").Read().ShouldBe("Reports");
    }

    [Fact]
    public async Task GivenCareHome_ThenItsOwnPageComesFirstAndNobodysPatients()
    {
        await board.CareHome(Home.Name, locality: Home.Locality);
        using var home = new Visitor(board.Address, name: "Home framed", grants: [new(Role.CareProvider, Scope.Of(Home))]);

        LinksOf(await home.Visit(Paths.OfSite(Home))).ShouldBe([Paths.OfSite(Home), "/framed", "/framed/reports", "/help"]);
    }

    [Fact]
    public async Task GivenViewerOfTheLocality_ThenWhatHasCountsAndNoActions()
    {
        await board.CareHome(Home.Name, locality: Home.Locality);
        using var viewer = new Visitor(board.Address, name: "Viewer framed", grants: [new(Role.Viewer, Scope.Parse("framed"))]);

        LinksOf(await viewer.Visit("/framed")).ShouldBe(["/framed", "/framed/people", "/framed/grand-round", "/framed/reports", "/help"]);
    }

    [Fact]
    public async Task GivenSomebodyWhoWorksInOnePlace_WhenTheyOpenTheStart_ThenTheyAreThere()
    {
        await board.CareHome(Home.Name, locality: Home.Locality);
        using var home = new Visitor(board.Address, name: "Home framed", grants: [new(Role.CareProvider, Scope.Of(Home))]);
        using var team = new Visitor(board.Address, name: "Team framed", grants: [new(Role.TransferTeam, Scope.Parse("framed"))]);

        using var assessor = new Visitor(board.Address, name: "Assessor framed", grants: [new(Role.Assessor, Scope.Parse("framed/a-hospital"))]);

        (await assessor.Visit("/")).Title.ShouldStartWith("Framed assessments");
        (await home.Visit("/")).Title.ShouldStartWith("The Oaks");
        (await team.Visit("/")).Title.ShouldStartWith("Framed");
        (await home.Visit("/?all")).Title.ShouldStartWith("Beds available now");
    }

    [Fact]
    public async Task GivenAdministratorOfTwoLocalities_ThenTheSamePageOfTheOtherIsOneTapAway()
    {
        await board.CareHome("one", locality: "switched-one");
        await board.CareHome("two", locality: "switched-two");
        using var administrator = new Visitor(board.Address, name: "Administrator of two", grants: [
            new(Role.Administrator, Scope.Parse("switched-one")), new(Role.Administrator, Scope.Parse("switched-two"))]);

        var page = await administrator.Visit("/switched-one/reports");

        page.Document.QuerySelectorAll(".cb-locality a").Select(link => link.GetAttribute("href")).ShouldBe(["/switched-one/reports", "/switched-two/reports"]);
        LinksOf(page).ShouldContain("/admin");
    }

    [Fact]
    public async Task GivenStranger_ThenNeitherMenuNorSearch()
    {
        using var stranger = new Visitor(board.Address, name: null);

        var page = await stranger.Visit("/sign-in");

        page.Document.QuerySelector("[aria-label=Menu]").ShouldBeNull();
        page.Document.QuerySelector("#search-field").ShouldBeNull();
    }

    private static IEnumerable<string?> LinksOf(VisitedPage page) =>
        page.Document.QuerySelectorAll("[aria-label=Menu] a.nhsuk-header__navigation-link").Select(link => link.GetAttribute("href"));
}
