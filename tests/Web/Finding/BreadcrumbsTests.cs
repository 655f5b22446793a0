using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Finding;

/// <summary>Every page below others leads back to each of them that its reader may open.</summary>
public sealed class BreadcrumbsTests(TestBoard board) : IClassFixture<TestBoard>
{
    /// <summary>Pages that stand at the top: the menu, the header or the footer leads to them, or nobody is signed in yet.</summary>
    private static readonly string[] AtTheTop =
    [
        "/Access/Accounts/Account", "/Access/Accounts/Authenticator", "/Access/Accounts/Code", "/Access/Accounts/Join", "/Access/Accounts/Organisation",
        "/Access/Accounts/SignIn", "/Access/Accounts/SignOut", "/Admin/Admin", "/Board/Board", "/Board/Freshness", "/Board/Home", "/Board/Wall",
        "/Finding/Search", "/Help/Help", "/Hosting/Error", "/Messages/Links/Do", "/Messages/Links/Stop", "/Messages/Links/Verify", "/Messages/Messages", "/Work/MyWork",
    ];

    [Fact]
    public void GivenEveryPage_ThenItStandsBelowOthersOrAtTheTop() =>
        Breadcrumbs.Pages.Concat(AtTheTop).ShouldBe(
            board.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => page.ViewEnginePath),
            ignoreOrder: true);

    [Fact]
    public async Task GivenPersonOnAWard_ThenBackToTheWardThePatientsAndTheBoard()
    {
        var ward = await Admitted("a1", "C-1");
        using var team = Team("crumbs");

        var page = await team.Visit(Paths.OfStay(ward, "C-1"));

        LinksOf(page).ShouldBe([("Crumbs", "/crumbs"), ("Patients", "/crumbs/people"), ("A1", Paths.OfSite(ward))]);
        var back = page.Document.QuerySelector("[aria-label=Breadcrumb] .nhsuk-back-link")!;
        (back.Read(), back.GetAttribute("href")).ShouldBe(("Back to A1", Paths.OfSite(ward)));
        var choices = $"/crumbs/choices?site={Uri.EscapeDataString(ward.Value)}&stay=C-1";
        LinksOf(await team.Visit(choices)).Select(link => link.Name).ShouldBe(["Crumbs", "Patients", "A1", "C-1"]);
    }

    [Fact]
    public async Task GivenTeamOfThePersonsHome_ThenBackToTheirOwnLocalityAndNotToWhatTheyMayNotOpen()
    {
        var ward = await Admitted("a2", "C-2", home: "crumbs-home");
        await board.OnTheBoard(await board.CareHome("the-elms", locality: "crumbs-home"));
        using var team = Team("crumbs-home");

        LinksOf(await team.Visit(Paths.OfStay(ward, "C-2"))).ShouldBe([("Crumbs Home", "/crumbs-home"), ("Patients", "/crumbs-home/people")]);
    }

    [Fact]
    public async Task GivenReport_ThenBackToTheReportsAndFromAFigureToTheReportAsItWasAsked()
    {
        await Admitted("a3", "C-3");
        using var team = Team("crumbs");

        LinksOf(await team.Visit("/crumbs/reports/beds")).ShouldBe([("Crumbs", "/crumbs"), ("Reports", "/crumbs/reports")]);
        var report = LinksOf(await team.Visit("/crumbs/reports/delayed-days/who?from=2026-01-01&to=2026-01-31"))[^1];
        report.Path.ShouldBe("/crumbs/reports/delayed-days?from=2026-01-01&to=2026-01-31");
    }

    [Fact]
    public async Task GivenAdministration_ThenBackToItsPages()
    {
        var ward = await Admitted("a4", "C-4");
        using var administrator = new Visitor(board.Address, name: "Administrator of crumbs", grants: [new(Role.Administrator, Scope.Parse("crumbs"))]);

        LinksOf(await administrator.Visit("/admin/people/invite")).ShouldBe([("Administration", "/admin"), ("People", "/admin/people")]);
        LinksOf(await administrator.Visit($"/admin/sites/edit?site={ward}")).ShouldBe([("Administration", "/admin"), ("Crumbs sites", "/admin/sites?locality=crumbs")]);
        LinksOf(await administrator.Visit("/admin")).ShouldBeEmpty();
    }

    private static List<(string Name, string? Path)> LinksOf(VisitedPage page) =>
        [.. page.Document.QuerySelectorAll("[aria-label=Breadcrumb] li a").Select(link => (link.Read(), link.GetAttribute("href")))];

    private Visitor Team(string locality) => new(board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);

    private async Task<SiteKey> Admitted(string name, string stay, string? home = null)
    {
        var ward = SiteKey.OfWard("crumbs", "stepping-hill", name);
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay(stay, "1", HomeLocality: home))).ThenAccepted();
        await board.OnTheBoard(ward);
        return ward;
    }
}
