using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Finding;

/// <summary>The search box of every page, over HTTP and without scripts.</summary>
public sealed class SearchTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenReferenceOfOnePerson_WhateverItsCapitals_ThenTheirPage()
    {
        await WardWith("found", "SH41268");
        using var team = Team("found");

        foreach (var typed in (string[])["SH41268", "sh41268", " sh41268 "])
        {
            var page = await team.Visit($"/search?q={Uri.EscapeDataString(typed)}");

            page.Title.ShouldContain("SH41268");
            page.Title.ShouldNotContain("search");
        }
    }

    [Fact]
    public async Task GivenPersonWhoLeft_ThenWhereTheyWent()
    {
        var ward = await WardWith("left", "SH7");
        (await board.Say(SiteKind.Ward, ward, new DischargeStay("SH7", Destination.CareHome))).ThenAccepted();
        await WardWith("left", "SH7", "b2", "B2");
        using var team = Team("left");

        var page = await team.Visit("/search?q=sh7");

        page.Text.ShouldContain("SH7 On B2, The Hospital, bed 1");
        page.Text.ShouldContain("SH7 Left A1, The Hospital, today at");
        page.Text.ShouldContain("care home");
    }

    [Fact]
    public async Task GivenCallerWhoMayNotSeeThePerson_ThenNothingHintsAtThem()
    {
        await WardWith("hidden", "SH99");
        using var viewer = new Visitor(board.Address, name: "Viewer of hidden", grants: [new(Role.Viewer, Scope.Parse("hidden"))]);
        using var elsewhere = Team("another");

        foreach (var visitor in (Visitor[])[viewer, elsewhere])
        {
            var page = await visitor.Visit("/search?q=SH99");
            page.Text.ShouldContain("Nothing found for “SH99”");
            page.Text.ShouldBe((await visitor.Visit("/search?q=SH98")).Text.Replace("SH98", "SH99", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task GivenPartOfASitesName_ThenItsPageOrItsLineOnTheBoard()
    {
        var home = await board.CareHome("alderbeck-house", locality: "named");
        using var team = Team("named");
        using var viewer = new Visitor(board.Address, name: "Viewer of named", grants: [new(Role.Viewer, Scope.Parse("named"))]);

        (await LinksFor(team, "beck house")).ShouldContain(Paths.OfSite(home));
        (await LinksFor(viewer, "ALDER")).ShouldContain("/named#named/alderbeck-house");
        (await viewer.Visit("/named")).Document.GetElementById("named/alderbeck-house").ShouldNotBeNull("where the link leads");
    }

    [Fact]
    public async Task GivenSiteOfALocalityThatIsNotSeen_ThenNotFound()
    {
        await board.CareHome("secret-house", locality: "unseen");
        using var team = Team("elsewhere-entirely");

        (await team.Visit("/search?q=secret")).Text.ShouldContain("Nothing found");
    }

    [Fact]
    public async Task GivenNeighbourhoodWithPositions_ThenTheBoardByDistance()
    {
        var home = SiteKey.Of("placed", "fernlea");
        (await board.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.CareHome, home), TestBoard.Json(
            new SiteDetails(SiteKind.CareHome, "Fernlea", Postcode: "SK4 1AB", Neighbourhood: "Heaton Moor", Position: new(53.42, -2.19))))).ThenAccepted();
        await board.OnTheBoard(home);
        using var team = Team("placed");

        (await LinksFor(team, "sk4 1ab")).ShouldContain("/placed?near=SK4%201AB&sort=distance");
        (await LinksFor(team, "heaton moor")).ShouldBe([Paths.OfSite(home), "/placed?near=heaton%20moor&sort=distance"]);
    }

    [Fact]
    public async Task GivenNothingTyped_ThenTheFormAlone() => (await Team("nothing").Visit("/search?q=")).Text.ShouldNotContain("Nothing found");

    private Visitor Team(string locality) => new(board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);

    private static async Task<IReadOnlyList<string>> LinksFor(Visitor visitor, string text) =>
        [.. (await visitor.Visit($"/search?q={Uri.EscapeDataString(text)}")).Document.QuerySelectorAll(".cb-found a").Select(link => link.GetAttribute("href")!)];

    private async Task<SiteKey> WardWith(string locality, string reference, string name = "a1", string shown = "A1")
    {
        var ward = SiteKey.OfWard(locality, "the-hospital", name);
        (await board.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.Ward, ward), TestBoard.Json(new SiteDetails(SiteKind.Ward, shown, Hospital: "The Hospital")))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay(reference, "1"))).ThenAccepted();
        await board.OnTheBoard(ward);
        return ward;
    }
}
