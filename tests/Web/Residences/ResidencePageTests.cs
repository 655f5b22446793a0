using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Residences;

/// <summary>The ward records where a person came from, the home sees it and answers, on everybody's own pages; over HTTP and without scripts.</summary>
public sealed class ResidencePageTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Person = "SH-8801";

    [Fact]
    public async Task GivenAdmissionFromAHome_ThenTheHomeSeesItFirstAndAnswersInOneTapAndTheWardSeesTheAnswer()
    {
        var (ward, home) = await Given("told");
        using var sister = Of("Sister of told", Role.Ward, Scope.Of(ward));
        using var deputy = Of("Deputy of told", Role.CareProvider, Scope.Of(home));
        var page = await sister.Visit($"{Paths.OfSite(ward)}?bed=02");
        (await sister.Send(page, "admission-form", ("stay", Person), ("bed", "9"), ("usualResidence", "the limes"))).Said.ShouldContain($"{Person} is in bed 9.");

        var theirs = await deputy.Visit(Paths.OfSite(home));

        theirs.Document.QuerySelectorAll("h2").First(heading => heading.Id is ResidentsSection.Id or "free-heading").Id.ShouldBe(ResidentsSection.Id);
        theirs.Text.ShouldContain("Your residents in hospital 1");
        theirs.Text.ShouldContain($"{Person}: can they come back?");
        theirs.Text.ShouldMatch("Ward A1, Stepping Hill Hospital ?, 0161 496 0100");
        theirs.Text.ShouldContain("Not ready to leave yet");
        var kept = LocalDay.Of(board.Clock.GetUtcNow()).AddDays(1);
        var answered = await deputy.Send(theirs, theirs.FormOf("return"), ("answer", "same-support"), ("keptUntil", $"{kept:yyyy-MM-dd}"));

        answered.Said.ShouldContain("You said that the person can come back with the same support.");
        answered.Text.ShouldContain("Bed kept until tomorrow.");
        answered.Text.ShouldContain("1 bed is kept for a resident in hospital. Count it as occupied: it is not free.");
        answered.Document.QuerySelectorAll("h2").First(heading => heading.Id is "residents-answered" or "free-heading").Id.ShouldBe("free-heading", "an answered one no longer stands before the beds");
        (await sister.Visit(Paths.OfSite(ward))).Text.ShouldContain("Usual residence: The Limes , 0161 496 0200 : Can come back with the same support Deputy of told");
        (await sister.Visit(Paths.OfStay(ward, Person))).Text.ShouldContain("The Limes: can come back with the same support. A place is kept until tomorrow.");
    }

    [Fact]
    public async Task GivenPerson_WhenTheTeamSetsChangesAndRemovesTheResidence_ThenOnlyThePlaceOfTheMomentSeesThem()
    {
        var (ward, home) = await Given("moves", admitted: true);
        var agency = SiteKey.Of("moves-elsewhere", "good-hands");
        await Place(agency, SiteKind.HomeCareProvider);
        using var team = Of("Team of moves", Role.TransferTeam, Scope.Parse("moves"));
        using var deputy = Of("Deputy of moves", Role.CareProvider, Scope.Of(home));
        using var carer = Of("Carer of moves", Role.CareProvider, Scope.Of(agency));
        var page = await team.Visit(Paths.OfStay(ward, Person));
        page.Text.ShouldContain("No care home or home care provider recorded.");

        page = await team.Send(page, "residence-form", ("usualResidence", "The Limes"));
        page.Said.ShouldContain("Usual residence set.");
        page.Text.ShouldContain("No answer yet Told");
        (await deputy.Visit(Paths.OfSite(home))).Text.ShouldContain(Person);

        (await team.Send(page, "residence-form", ("usualResidence", "Nowhere House"))).ErrorSummary.ShouldContain("No care home or home care provider has that name.");
        page = await team.Send(page, "residence-form", ("usualResidence", "Good Hands, Moves Elsewhere"));
        page.Text.ShouldContain("Own home, with care from Good Hands");
        (await deputy.Visit(Paths.OfSite(home))).Html.ShouldNotContain(Person);
        var theirs = await carer.Visit(Paths.OfSite(agency));
        theirs.Text.ShouldContain("People you support who are in hospital 1");
        theirs.Text.ShouldContain("Package kept until (optional)");

        page = await team.Send(page, "residence-form", ("usualResidence", ""));
        page.Said.ShouldContain("Usual residence removed.");
        (await carer.Visit(Paths.OfSite(agency))).Html.ShouldNotContain(Person);
    }

    [Fact]
    public async Task GivenPersonWhoMovesAndLeaves_ThenTheHomeSeesTheNewWardAndThenNobody()
    {
        var (ward, home) = await Given("leaves", admitted: true);
        var next = SiteKey.OfWard("leaves", "stepping-hill", "b2");
        await Place(next, SiteKind.Ward);
        await Say(next, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]));
        await Say(ward, new SetUsualResidence(Person, home));
        using var deputy = Of("Deputy of leaves", Role.CareProvider, Scope.Of(home));
        var page = await deputy.Visit(Paths.OfSite(home));
        await deputy.Send(page, page.FormOf("return"), ("answer", "new-assessment"));

        (await board.Transfer(ward, Person, next, "4")).ThenAccepted();
        var moved = await deputy.Visit(Paths.OfSite(home));
        moved.Text.ShouldContain("Ward B2");
        moved.Text.ShouldContain("Needs a new assessment");

        await Say(next, new DischargeStay(Person, Destination.UsualResidence, To: home));
        (await deputy.Visit(Paths.OfSite(home))).Html.ShouldNotContain(Person);
        (await deputy.Send(moved, moved.FormOf("return"), ("answer", "same-support"))).ErrorSummary.ShouldContain($"Nobody with the reference {Person} is in hospital from here.");
    }

    [Fact]
    public async Task GivenPathway0_ThenTheChoiceListBeginsWithTheirHomeAndThePastShowsWhatWasSaidThen()
    {
        var (ward, home) = await Given("chooses", admitted: true);
        await Say(ward, new SetNeeds(Person, new([TestBoard.Type])));
        await Say(ward, new SetPathway(Person, Pathway.P0));
        await Say(ward, new SetUsualResidence(Person, home));
        var before = board.Clock.GetUtcNow();
        (await board.Say(SiteKind.CareHome, home, new AnswerReturn(Person, ward, ReturnAnswer.NewAssessment))).ThenAccepted();
        await board.OnTheBoard(home);
        using var team = Of("Team of chooses", Role.TransferTeam, Scope.Parse("chooses"));

        var list = await team.Visit($"/chooses/choices?site={ward}&stay={Person}");

        list.Text.ShouldContain("Their home The Limes");
        list.Text.ShouldContain("Needs a new assessment");
        list.Text.ShouldContain("If they cannot go back, set another pathway.");
        list.Document.QuerySelectorAll(".cb-place__name").ShouldNotContain(name => name.TextContent.Contains("The Limes", StringComparison.Ordinal));
        var then = await team.Visit($"{Paths.OfStay(ward, Person)}&at={Uri.EscapeDataString(before.ToString("O"))}");
        then.Text.ShouldContain("The Limes , 0161 496 0200 : No answer yet Told just now");
        (await team.Visit("/chooses/people?return=not-answered")).Text.ShouldContain("No patients match the filter.");
        (await team.Visit("/chooses/people?return=recorded")).Text.ShouldContain(Person);
    }

    [Fact]
    public async Task GivenWhoMaySeeNobody_ThenNothingOfThePersonIsSentAndNobodyElseAnswers()
    {
        var (ward, home) = await Given("hidden", admitted: true);
        await Say(ward, new SetUsualResidence(Person, home));
        var other = await board.CareHome("the-oaks", 10, 8, "hidden");
        using var commissioner = Of("Commissioner of hidden", Role.Commissioner, Scope.Parse("hidden"));
        using var neighbour = Of("Deputy of the oaks", Role.CareProvider, Scope.Of(other));

        (await commissioner.Visit(Paths.OfSite(home))).Html.ShouldNotContain(Person);
        (await neighbour.Visit(Paths.OfSite(other))).Html.ShouldNotContain(Person);
        (await board.Say(SiteKind.CareHome, other, new AnswerReturn(Person, ward, ReturnAnswer.SameSupport))).ThenRefused(404, "unknown-stay", "stay");
        (await board.Say(SiteKind.Ward, ward, new SetUsualResidence(Person, SiteKey.Of("hidden", "nowhere")))).ThenRefused(422, "invalid", "residence").Saying("no open care home");
        ((string?)(await board.Read(SiteKind.CareHome, home)).Json["residents"]!.AsArray().ShouldHaveSingleItem()!["stay"]).ShouldBe(Person);
    }

    private Visitor Of(string name, Role role, Scope scope) => new(board.Address, name: name, grants: [new(role, scope)]);

    private async Task Say(SiteKey ward, SiteCommand command)
    {
        (await board.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        await board.OnTheBoard(ward);
    }

    private async Task Place(SiteKey site, SiteKind kind)
    {
        var details = new SiteDetails(
            kind, kind == SiteKind.Ward ? $"Ward {site.Name.ToUpperInvariant()}" : Labels.OfPart(site.Name), Hospital: kind == SiteKind.Ward ? "Stepping Hill Hospital" : null, Telephone: kind == SiteKind.Ward ? "0161 496 0100" : "0161 496 0200");
        (await board.Register(site, details)).ThenAccepted();
        await board.OnTheBoard(site);
    }

    /// <summary>A ward, and a home with free beds.</summary>
    private async Task<(SiteKey Ward, SiteKey Home)> Given(string locality, bool admitted = false)
    {
        var (ward, home) = (SiteKey.OfWard(locality, "stepping-hill", "a1"), SiteKey.Of(locality, "the-limes"));
        await Place(ward, SiteKind.Ward);
        await Place(home, SiteKind.CareHome);
        await Say(ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]));
        (await board.Declare(home, 10, 8)).ThenAccepted();
        if (admitted)
        {
            await Say(ward, new AdmitStay(Person, "1"));
        }

        return (ward, home);
    }
}
