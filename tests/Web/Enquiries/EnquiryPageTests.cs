using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Enquiries;

/// <summary>Places are asked, answer and are held at, on everybody's own pages; over HTTP and without scripts.</summary>
public sealed class EnquiryPageTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Person = "SH-7701";

    private static readonly Needs Nursing = new([TestBoard.Type], Nursing: true, Mobility: Mobility.Hoist, Wished: [SiteKey.Of("stockport", "wished")], Note: "Speaks mostly Polish");

    [Fact]
    public async Task GivenListOfPlaces_WhenTwoAreTickedAndAsked_ThenBothSeeItFirstAndThePersonsPageHasBoth()
    {
        var (ward, home, other) = await Given("asks");
        using var team = Of("Team of asks", Role.TransferTeam, Scope.Parse("asks"));
        var list = await team.Visit(ListOf(ward));

        var asked = await team.Send(list, "ask", ($"ask-{home}", "yes"), ($"ask-{other}", "yes"), ("note", "Has a cat"));

        asked.Said.ShouldContain("You asked The Limes, The Oaks");
        asked.Document.QuerySelector("#ask-form input, [name='ask-asks/the-limes']").ShouldBeNull("a place is asked once");
        using var deputy = Of("Deputy of asks", Role.CareProvider, Scope.Of(home));
        var page = await deputy.Visit(Paths.OfSite(home));
        page.Document.QuerySelectorAll("h2").First(heading => heading.Id is "enquiries" or "free-heading").Id.ShouldBe("enquiries");
        page.Text.ShouldContain("Waiting for your answer 1");
        page.Text.ShouldContain($"Can you take {Person} in a general nursing bed?");
        page.Text.ShouldMatch("Answer by (today|tomorrow) at [0-9:]+ : 2[34] hours left");
        page.Text.ShouldContain("Mobility Hoist");
        page.Text.ShouldContain("Has a cat");
        page.Html.ShouldNotContain("wished", customMessage: "a place is not told which others are preferred");
        (await team.Visit(Paths.OfStay(ward, Person))).Text.ShouldContain("Places asked 2");
    }

    [Fact]
    public async Task GivenYes_WhenTheBedIsHeldInOneTap_ThenTheHomeNeedNotAcceptAndTheOtherIsTold()
    {
        var (ward, home, other) = await Given("holds");
        await Ask(ward, home, other);
        using var team = Of("Team of holds", Role.TransferTeam, Scope.Parse("holds"));
        using var deputy = Of("Deputy of holds", Role.CareProvider, Scope.Of(home));
        using var sister = Of("Sister of holds", Role.Ward, Scope.Of(ward));
        var page = await deputy.Visit(Paths.OfSite(home));

        var answered = await deputy.Send(page, page.FormOf("yes"), ("answer", "now"));

        answered.Said.ShouldContain("You said that you can take them now. No bed is held yet.");
        answered.Text.ShouldContain("Number 1 in line");
        (await sister.Visit(Paths.OfSite(ward))).Text.ShouldContain("Asked: The Limes Yes, now The Oaks Not seen yet");
        var person = await team.Visit(Paths.OfStay(ward, Person));
        var held = await team.Send(person, person.FormOf("hold"));
        held.Said.ShouldContain("Bed held at The Limes for 24 hours.");
        (await deputy.Visit(Paths.OfSite(home))).Text.ShouldContain($"General nursing bed held for {Person} Accepted");
        (await board.Read(SiteKind.CareHome, other)).Json["enquiries"]!.AsArray().ShouldBeEmpty();
        (await team.Visit(Paths.OfStay(ward, Person))).Text.ShouldContain("The Oaks No longer needed");
    }

    [Fact]
    public async Task GivenQuestion_WhenTheWardReplies_ThenTheHomeSeesItAndTheStoryTellsAll()
    {
        var (ward, home, _) = await Given("replies");
        await Ask(ward, home);
        using var deputy = Of("Deputy of replies", Role.CareProvider, Scope.Of(home));
        using var sister = Of("Sister of replies", Role.Ward, Scope.Of(ward));
        var page = await deputy.Visit(Paths.OfSite(home));

        (await deputy.Send(page, page.FormOf("question"), ("question", "Which hoist?"))).Said.ShouldContain("Question sent.");
        var person = await sister.Visit(Paths.OfStay(ward, Person));
        person.Text.ShouldContain("They ask: Which hoist?");
        (await sister.Send(person, person.FormOf("reply"), ("reply", "A standing hoist"))).Said.ShouldContain("Reply sent.");

        page = await deputy.Visit(Paths.OfSite(home));
        page.Text.ShouldContain("Reply A standing hoist");
        (await deputy.Send(page, page.FormOf("no"), ("reason", "equipment"))).Said.ShouldContain("cannot take this person");
        var story = (await sister.Visit(Paths.OfStay(ward, Person))).Text;
        string[] told = ["cannot take the person: equipment not available", "got a reply: A standing hoist", "asked: Which hoist?", "was asked for a general nursing bed"];
        told.Select(line => story.IndexOf(line, StringComparison.Ordinal)).ShouldBeInOrder();
        told.ShouldAllBe(line => story.Contains(line));
    }

    [Fact]
    public async Task GivenTrustedAssessor_ThenTheyAnswerOnlyWhereThePlaceHasAgreed()
    {
        var (ward, home, other) = await Given("trusts");
        await Ask(ward, home, other);
        using var deputy = Of("Deputy of trusts", Role.CareProvider, Scope.Of(home));
        using var assessor = new Visitor(board.Address, name: "Hana of trusts", grants: [new(Role.TrustedAssessor, Scope.Of(home)), new(Role.TrustedAssessor, Scope.Of(other))]);
        (await assessor.Visit(Paths.OfSite(home))).Html.ShouldNotContain("handler=Answer");

        var page = await deputy.Visit(Paths.OfSite(home));
        await deputy.Send(page, "agree", ("with", "Hospital team"));

        (await assessor.Visit("/trusts/enquiries")).Text.ShouldContain(Person);
        var theirs = await assessor.Visit(Paths.OfSite(home));
        var planned = await assessor.Send(theirs, theirs.FormOf("plan-typed"), ("at-date", $"{LocalDay.Of(board.Clock.GetUtcNow()).AddDays(1):yyyy-MM-dd}"), ("at-time", "10:00"), ("by", "trusted-assessor"));
        planned.Said.ShouldContain("Assessment planned tomorrow at 10:00");
        (await assessor.Send(planned, planned.FormOf("assessed"))).Said.ShouldContain("Assessment recorded.");
        var oaks = await assessor.Visit(Paths.OfSite(other));
        oaks.Html.ShouldNotContain("handler=Answer");
        oaks.Text.ShouldContain($"Can you take {Person}");
    }

    [Fact]
    public async Task GivenAgreementThatEnded_WhenATrustedAssessorAnswersFromAnOldPage_ThenToldWhatToDo()
    {
        var (ward, home, _) = await Given("ends");
        await Ask(ward, home);
        (await board.Say(SiteKind.CareHome, home, new AgreeTrustedAssessment("Hospital team"))).ThenAccepted();
        await board.OnTheBoard(home);
        using var assessor = Of("Hana of ends", Role.TrustedAssessor, Scope.Of(home));
        var page = await assessor.Visit(Paths.OfSite(home));
        (await board.Say(SiteKind.CareHome, home, new EndTrustedAssessment("Staff changed"))).ThenAccepted();
        await board.OnTheBoard(home);

        (await assessor.Send(page, page.FormOf("yes"), ("answer", "now"))).ErrorSummary.ShouldContain("no agreement that trusted assessors answer for it");
    }

    [Fact]
    public async Task GivenWhoMaySeeNobody_ThenNothingOfThePersonIsSent()
    {
        var (ward, home, _) = await Given("hides");
        await Ask(ward, home);
        using var commissioner = Of("Commissioner of hides", Role.Commissioner, Scope.Parse("hides"));
        using var viewer = Of("Viewer of hides", Role.Viewer, Scope.Parse("hides"));

        var page = await commissioner.Visit(Paths.OfSite(home));

        page.Text.ShouldContain("Waiting for an answer 1");
        foreach (var html in new[] { page.Html, (await commissioner.Visit("/hides/enquiries")).Html, (await viewer.Visit("/hides/enquiries")).Html })
        {
            foreach (var told in new[] { Person, "Polish", "handler=Answer" })
            {
                html.ShouldNotContain(told);
            }
        }
    }

    private static string ListOf(SiteKey ward) => $"/{ward.Locality}/choices?site={ward}&stay={Person}";

    private Visitor Of(string name, Role role, Scope scope) => new(board.Address, name: name, grants: [new(role, scope)]);

    private async Task Ask(SiteKey ward, params SiteKey[] places)
    {
        foreach (var place in places)
        {
            (await board.Say(SiteKind.CareHome, place, new MakeEnquiry(TestBoard.Type, Person, ward, Nursing.ForThePlaceAsked()), $"about-{place.Name}")).ThenAccepted();
            await board.OnTheBoard(place);
        }
    }

    /// <summary>A ward with somebody who waits, and two homes with free beds.</summary>
    private async Task<(SiteKey Ward, SiteKey Home, SiteKey Other)> Given(string locality)
    {
        var ward = SiteKey.OfWard(locality, "stepping-hill", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[]
        {
            new DeclareVacancies([new(BedType.Inpatient, 10, 0)]),
            new AdmitStay(Person, "1"),
            new SetNeeds(Person, Nursing),
            new DeclareMedicallyOptimised(Person),
        })
        {
            (await board.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        var (home, other) = (await board.CareHome("the-limes", 10, 8, locality), await board.CareHome("the-oaks", 10, 8, locality));
        await board.OnTheBoard(ward);
        await board.OnTheBoard(other);
        return (ward, home, other);
    }
}
