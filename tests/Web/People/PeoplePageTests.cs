using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.People;

/// <summary>A locality's patients: found by what they wait for, fifty at a time, over HTTP and without scripts.</summary>
public sealed class PeoplePageTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenMoreThanFifty_ThenTheLongestWaitsAreShownAndAllWhenAsked()
    {
        var ward = await Ward("many", people: 53);
        using var team = Team("many");

        var page = await team.Visit("/many/people");

        page.Text.ShouldContain("53 people here from elsewhere or not known");
        page.Document.QuerySelectorAll(".cb-people tbody tr").Length.ShouldBe(50);
        var seen = await SeenOf(ward);
        seen.Split(' ').Length.ShouldBe(50, "only who was shown is on record");

        var all = await team.Visit(page.Document.QuerySelectorAll("a").First(link => link.Read() == "Show all 53").GetAttribute("href")!);
        all.Document.QuerySelectorAll(".cb-people tbody tr").Length.ShouldBe(53);
    }

    [Fact]
    public async Task GivenReasonAskedFor_ThenWhoWaitsForItAndTheFilterStandsInTheAddress()
    {
        var ward = await Ward("reasons", people: 4);
        (await board.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised("R-2"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new RecordDelay("R-2", DelayReason.NeedsAndPathway))).ThenAccepted();
        using var team = Team("reasons");

        var all = await team.Visit("/reasons/people");
        all.Document.QuerySelector("#reasons li")!.TextContent.Trim().ShouldBe("Waiting for confirmation of immediate care needs and pathway: 1");
        var page = await team.Visit(all.Document.QuerySelectorAll("a").First(link => link.Read() == "Waiting for confirmation of immediate care needs and pathway").GetAttribute("href")!);

        page.Document.QuerySelectorAll(".cb-people tbody strong").Select(each => each.Read()).ShouldBe(["R-2"]);
        page.Document.QuerySelector("#reason option[selected]").Read().ShouldBe("Waiting for confirmation of immediate care needs and pathway");
        (await team.Visit(page.Document.QuerySelectorAll("a").First(link => link.Read() == "Clear filters").GetAttribute("href")!))
            .Document.QuerySelectorAll(".cb-people tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task GivenFilters_ThenTheListAndItsCountAreOfWhoMeetsThemAndTheFormShowsThem()
    {
        var ward = await Ward("filtered", people: 4);
        var home = await board.CareHome("the-limes", locality: "filtered");
        await board.OnTheBoard(home);
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "R-3", From: ward))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised("R-2"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new CorrectStay("R-4", "Entered incorrectly", HomeLocality: "high-peak"))).ThenAccepted();
        using var team = Team("filtered");

        await Shows("bed=held", "#bed", "Bed held", "R-3");
        await Shows("bed=not-held&sort=reference", "#bed", "No bed held", "R-1", "R-2", "R-4");
        await Shows("home=high-peak", "#home", "High Peak", "R-4");
        await Shows("home=not-known&bed=held", "#home", "Not known", "R-3");
        await Shows("nights=5", "#nights", "5 nights or more");
        (await team.Visit("/filtered/people?nights=-1&bed=maybe&home=HighPeak")).Text.ShouldContain("4 people here", customMessage: "What is not valid does not filter.");

        async Task Shows(string query, string field, string words, params string[] references)
        {
            var page = await team.Visit($"/filtered/people?{query}");

            page.Document.QuerySelectorAll(".cb-people tbody strong").Select(each => each.Read()).ShouldBe(references, ignoreOrder: true, query);
            page.Document.QuerySelector("#others").Read().ShouldStartWith($"{references.Length} ", customMessage: query);
            page.Document.QuerySelector($"{field} option[selected]").Read().ShouldBe(words);
        }
    }

    [Fact]
    public async Task GivenPeopleWhoWait_ThenBesideEachTypeOfPlaceWhatIsFreeAndWhoTheyAre()
    {
        var ward = await Ward("wanted", people: 4);
        var home = await board.CareHome("the-limes", 10, 7, "wanted");
        foreach (var person in (string[])["R-1", "R-2"])
        {
            (await board.Say(SiteKind.Ward, ward, new SetNeeds(person, new([TestBoard.Type])))).ThenAccepted();
            (await board.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised(person))).ThenAccepted();
        }

        (await board.Say(SiteKind.Ward, ward, new SetPathway("R-3", Pathway.P1))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised("R-3"))).ThenAccepted();
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "R-2", From: ward))).ThenAccepted();
        using var team = Team("wanted");

        var page = await team.Visit("/wanted/people");

        page.Document.QuerySelectorAll(".cb-wanted tbody tr").Select(row => row.Read()).ShouldBe(
            ["General nursing 2 waiting for General nursing 1 held for them 2 free: General nursing", "Care package 1 waiting for Care package 0 free: Care package"]);
        var waiting = await team.Visit(page.Document.QuerySelector(".cb-wanted a")!.GetAttribute("href")!);
        waiting.Document.QuerySelectorAll(".cb-people tbody strong").Select(each => each.Read()).ShouldBe(["R-1", "R-2"], ignoreOrder: true);
        waiting.Text.ShouldContain("Needs: General nursing");
        (await team.Visit("/wanted")).Text.ShouldContain("2 waiting");
    }

    [Fact]
    public async Task GivenMoreThanFifty_ThenPaperSaysSoAndAllCanBePrinted()
    {
        await Ward("printed", people: 51);
        using var team = Team("printed");

        var part = (await team.Visit("/printed/people?sort=reference")).Document.QuerySelector(".cb-part")!;

        part.QuerySelector("span").Read().ShouldBe("The first 50 of 51 are shown.");
        part.QuerySelectorAll("a").Select(link => (link.Read(), link.GetAttribute("href"))).ShouldBe(
            [("Show all 51", "/printed/people?sort=reference&all=yes"), ("Print all 51", "/printed/people?sort=reference&all=yes#print")]);
        (await team.Visit("/printed/people?sort=reference&all=yes")).Document.QuerySelector(".cb-part").ShouldBeNull();
    }

    [Fact]
    public async Task GivenViewerOfCounts_WhenTheyFilterByWhatIsRecordedOfPeople_ThenNobodyIsCounted()
    {
        var ward = await Ward("counts", people: 4);
        (await board.Say(SiteKind.Ward, ward, new RecordDelay("R-2", DelayReason.NeedsAndPathway))).ThenAccepted();
        using var viewer = new Visitor(board.Address, name: "Viewer of counts", grants: [new(Role.Viewer, Scope.Parse("counts"))]);

        (await viewer.Visit("/counts/people")).Text.ShouldContain("4 people here");
        (await viewer.Visit("/counts/people")).Document.QuerySelector("#reasons").ShouldBeNull();
        (await viewer.Visit("/counts/people")).Document.QuerySelectorAll("#home option").Select(each => each.Read()).ShouldBe(["Anywhere", "Not known"]);
        foreach (var query in (string[])["reason=assessment-social-work", "reason=housing", "owner=social-care", $"place={ward}", "nights=1", "bed=not-held", "home=not-known", "needs=general-nursing"])
        {
            (await viewer.Visit($"/counts/people?{query}")).Text.ShouldContain("0 people here", customMessage: query);
        }
    }

    [Fact]
    public async Task GivenWhoSeesOneWardOnly_ThenTheOthersAreCountedByHospitalAndWhoSeesNobodyIsNotOfferedToSort()
    {
        var ward = await Ward("apart", people: 2);
        var other = SiteKey.OfWard("apart", "wythenshawe-hospital", "f5");
        (await board.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.Ward, other), TestBoard.Json(new SiteDetails(SiteKind.Ward, "F5", Hospital: "Wythenshawe Hospital")))).ThenAccepted();
        (await board.Say(SiteKind.Ward, other, new DeclareVacancies([new(BedType.Inpatient, 3, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, other, new AdmitStay("R-9", "1"))).ThenAccepted();
        using var sister = new Visitor(board.Address, name: "Sister", grants: [new(Role.Ward, Scope.Of(ward))]);
        using var viewer = new Visitor(board.Address, name: "Viewer", grants: [new(Role.Viewer, Scope.Parse("apart"))]);

        var seen = await sister.Visit("/apart/people");
        seen.Text.ShouldContain("1 person whose details you do not have permission to see: Wythenshawe Hospital 1.");
        seen.Document.QuerySelector(".cb-sort").ShouldNotBeNull();
        var counted = await viewer.Visit("/apart/people");
        counted.Text.ShouldContain("3 people whose details you do not have permission to see.");
        counted.Document.QuerySelector(".cb-sort").ShouldBeNull();
    }

    private Visitor Team(string locality) => new(board.Address, name: $"Team of {locality}", grants: [new(Role.TransferTeam, Scope.Parse(locality))]);

    private async Task<SiteKey> Ward(string locality, int people)
    {
        var ward = SiteKey.OfWard(locality, "stepping-hill-hospital", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, people + 2, 0)]))).ThenAccepted();
        for (var person = 1; person <= people; person++)
        {
            (await board.Say(SiteKind.Ward, ward, new AdmitStay($"R-{person}", $"{person}"))).ThenAccepted();
        }

        return ward;
    }

    private async Task<string> SeenOf(SiteKey ward)
    {
        await using var context = await board.Services.GetRequiredService<IDbContextFactory<AccessContext>>().CreateDbContextAsync();
        return (await context.Log.SingleAsync(line => line.About == ward.Value && line.Act == Acts.SawStays)).Stay!.Trim();
    }
}
