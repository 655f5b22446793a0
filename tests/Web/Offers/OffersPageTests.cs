using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Offers;

/// <summary>Offers on the choice list and the person's page, over HTTP and without scripts. Each test has a locality of its own.</summary>
public sealed class OffersPageTests : IClassFixture<LaterBoard>, IDisposable
{
    private readonly LaterBoard _later;
    private readonly Visitor _visitor;

    public OffersPageTests(LaterBoard later)
    {
        _later = later;
        _visitor = new(Board.Address, name: "Beth Hughes, A1");
    }

    private TestBoard Board => _later.Board;

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenChoiceList_WhenAPlaceIsOffered_ThenThePersonsPageHasItWithTheHomesOwnFees()
    {
        var (ward, home) = await Given("offer");
        (await Board.Say(SiteKind.CareHome, home, new StateFees(new(950, 1200, true, 75)))).ThenAccepted();
        await Board.OnTheBoard(home);
        var list = await _visitor.Visit(Paths.OfChoices(ward, "SH1"));
        list.Text.ShouldContain("Fees: £950 to £1,200 a week. Top-up asked: £75 a week. Stated by the home just now");

        list = await _visitor.Send(list, ElementId.Of("offer", home.Value));

        list.Said.ShouldContain("You recorded that The Oaks was offered.");
        list.Text.ShouldContain("Offered to the family just now");
        list.FormOf("offer").ShouldBeEmpty("it is offered already");
        var page = await Visit(ward);
        page.Text.ShouldContain("Waits for choice First suitable place offered today. First letter: due");
        page.Text.ShouldContain("The Oaks Waiting for an answer General nursing bed. Offered just now by Beth Hughes, A1. Fees when offered: £950 to £1,200 a week. Top-up asked: £75 a week.");
        page.Text.ShouldContain("The Oaks offered to the family: general nursing bed. Fees: £950 to £1,200 a week.");
        page.Document.QuerySelector("section[aria-labelledby=delays]").Read().ShouldContain("Patient/family/carer choice discussions on package still underway Main reason");
    }

    [Fact]
    public async Task GivenFeesAskedAnewAfterTheOffer_ThenTheOfferKeepsThoseOfItsTime()
    {
        var (ward, home) = await Given("kept-fees");
        await Offered(ward, home);
        (await Board.Say(SiteKind.CareHome, home, new StateFees(new(2000)))).ThenAccepted();

        (await Visit(ward)).Text.ShouldContain("Fees when offered: the place had stated none.");
    }

    [Fact]
    public async Task GivenOffer_WhenDeclinedForAnotherReasonWithoutANote_ThenAskedForOneAndThenRecorded()
    {
        var (ward, home) = await Given("decline");
        await Offered(ward, home);
        var page = await Visit(ward);

        page = await Send(page, page.FormOf("decline"), ("reason", "other"));
        page.ErrorSummary.ShouldBe("Say in a few words why the place was declined.");
        page = await Send(page, page.FormOf("decline"), ("reason", "other"), ("note", "They move to Leeds"));

        page.Said.ShouldContain("Answer recorded: declined.");
        page.Text.ShouldContain("The Oaks Declined: another reason");
        page.Text.ShouldContain("The Oaks: declined, another reason: They move to Leeds");
        page.Document.QuerySelector("section[aria-labelledby=delays]").Read().ShouldContain("Patient/family/carer choice discussions on package still underway Main reason", customMessage: "they still choose");
    }

    [Fact]
    public async Task GivenOffer_WhenTheyWantToSeeItFirstAndThenAccept_ThenTheDelayForChoiceEnds()
    {
        var (ward, home) = await Given("see-first");
        await Offered(ward, home);
        var page = await Visit(ward);
        page = await Send(page, page.FormOf("see"), ("seeOn-day", "99"), ("seeOn-month", "1"), ("seeOn-year", "2030"));
        page.ErrorSummary.ShouldContain("Enter a real date");
        page = await Send(page, page.FormOf("see"), ("seeOn-day", ""), ("seeOn-month", ""), ("seeOn-year", ""));
        page.Text.ShouldContain("The Oaks Wants to see it first");

        page = await Send(page, page.FormOf("accept"));

        page.Said.ShouldContain("Answer recorded: accepted.");
        page.Text.ShouldContain("Accepted: waits for the place");
        page.Text.ShouldContain("Delay resolved: Patient/family/carer choice discussions on package still underway");
        page.FormOf("accept").ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenChoiceThatTheWardRecorded_WhenAccepted_ThenToldThatItContinues()
    {
        var (ward, home) = await Given("continues");
        await Say(ward, new RecordDelay("SH1", DelayReason.Choice));
        await Offered(ward, home);
        var page = await Visit(ward);

        (await Send(page, page.FormOf("accept"))).Said.ShouldContain("The delay “Patient/family/carer choice discussions on package still underway” continues, because it was recorded separately.");
        var answer = await Board.Say(SiteKind.Ward, ward, new AnswerOffer("SH1", "offered", FamilyAnswer.Accepted, Note: "By telephone"));
        ((string?)answer.ThenAccepted().Json["notice"]).ShouldNotBeNull().ShouldContain("continues");
    }

    [Fact]
    public async Task GivenDaysOfThePolicy_ThenLettersFallDueAreGivenAndTheInterimPlaceIsNext()
    {
        var (ward, home) = await Given("letters");
        await Offered(ward, home);
        _later.Clock.Shift += TimeSpan.FromDays(3);
        var page = await Visit(ward);
        page.Text.ShouldContain("Day 3: first suitable place offered");
        page.Text.ShouldContain("First letter: was due yesterday");

        page = await Send(page, "letter-on", ("on-day", "1"), ("on-month", "1"), ("on-year", "2020"));
        page.ErrorSummary.ShouldContain("The day must be from the first suitable offer to today");
        page = await Send(page, "letter");
        page.Said.ShouldContain("First letter recorded.");
        page.Text.ShouldContain("First letter: given today");
        page.Text.ShouldContain("First letter of the choice policy given today.");
        page = await Send(page, "letter");
        page.Text.ShouldContain("Second letter: given today");
        page.FormOf("letter").ShouldBeEmpty("none is left");
        page.Text.ShouldContain("Move to an interim place: due");
    }

    [Fact]
    public async Task GivenOffer_WhenWithdrawnAsUnsuitable_ThenNoDayCountsAndTheStorySaysWhy()
    {
        var (ward, home) = await Given("withdraw");
        await Offered(ward, home);
        var page = await Visit(ward);

        (await Send(page, page.FormOf("withdraw"))).ErrorSummary.ShouldBe("Choose why the offer is withdrawn.");
        page = await Send(page, page.FormOf("withdraw"), ("reason", "not-suitable"), ("note", "Has no lift"));

        page.Said.ShouldContain("Offer withdrawn.");
        page.Text.ShouldNotContain("First letter");
        page.Text.ShouldContain("Offer of The Oaks withdrawn: the place does not suit the person: Has no lift");
        page.Document.QuerySelector("section[aria-labelledby=delays]").Read().ShouldContain("No reasons for delay recorded.");
    }

    [Fact]
    public async Task GivenThePersonsPage_WhenAPlaceIsOfferedByName_ThenRecordedAndRefusedValuesAreKept()
    {
        var (ward, _) = await Given("by-name");
        var page = await Visit(ward);

        page = await Send(page, "offer", ("place", "The Nowhere"), ("type", "general-nursing"));
        page.ErrorSummary.ShouldContain("There is no place with that name on the board.");
        page.Form("offer").Fields["place"].ShouldBe("The Nowhere");
        (await Send(page, "offer", ("place", ""), ("type", "general-nursing"))).ErrorSummary.ShouldBe("Choose a place from the list.");
        page = await Send(page, "offer", ("place", "The Oaks"), ("type", "general-nursing"), ("interim-yes", "yes"));

        page.Text.ShouldContain("The Oaks Waiting for an answer Interim general nursing bed.");
    }

    [Fact]
    public async Task GivenPeopleWhoWait_ThenPatientsCanBeFilteredByChoice()
    {
        var (ward, home) = await Given("filter");
        await Say(ward, new AdmitStay("SH2", "2", HomeLocality: "filter"), new DeclareMedicallyOptimised("SH2"));
        await Offered(ward, home);

        var people = await _visitor.Visit("/filter/people?waiting=choice");

        people.Text.ShouldContain("Showing: Waits for choice");
        people.Text.ShouldContain("SH1");
        people.Text.ShouldNotContain("SH2");
        using var viewer = new Visitor(Board.Address, name: "Viewer of filter", grants: [new(Role.Viewer, Scope.Parse("filter"))]);
        (await viewer.Visit("/filter/people?waiting=choice")).Text.ShouldContain("0 people who live in", customMessage: "a count would tell what was offered");
    }

    [Fact]
    public async Task GivenOffer_ThenThePlaceSeesNothingOfItAndThePastShowsItAsItWas()
    {
        var (ward, home) = await Given("past");
        await Offered(ward, home);
        _later.Clock.Shift += TimeSpan.FromMinutes(10);
        var then = Board.Clock.GetUtcNow();
        _later.Clock.Shift += TimeSpan.FromMinutes(10);
        await Say(ward, new AnswerOffer("SH1", "offered", FamilyAnswer.Declined, DeclineReason.Quality));
        using var manager = new Visitor(Board.Address, name: "Manager", grants: [new(Role.CareProvider, Scope.Of(home))]);

        (await manager.Visit(Paths.OfSite(home))).Text.ShouldNotContain("SH1");
        (await manager.Visit(Paths.OfStay(ward, "SH1"))).Status.ShouldBe(403);
        var past = await _visitor.Visit(AsAt.Link(Paths.OfStay(ward, "SH1"), then));
        past.Text.ShouldContain("The Oaks Waiting for an answer");
        past.FormOf("accept").ShouldBeEmpty("the past is read-only");
        var read = await Board.Read(SiteKind.Ward, ward);
        ((string?)read.Json["stays"]![0]!["offered"]!["all"]![0]!["answer"]!["reason"]).ShouldBe("quality");
    }

    [Fact]
    public async Task GivenAPlaceThatIsNotOnTheBoard_WhenOffered_ThenRefused()
    {
        var (ward, _) = await Given("unknown-place");

        (await Board.Say(SiteKind.Ward, ward, new OfferPlace("SH1", SiteKey.Of("unknown-place", "the-nowhere"), TestBoard.Type))).ThenRefused(422, "invalid", "place");
    }

    private Task<VisitedPage> Visit(SiteKey ward) => _visitor.Visit(Paths.OfStay(ward, "SH1"));

    private Task<VisitedPage> Send(VisitedPage page, string form, params (string Name, string Value)[] typed) => _visitor.Send(page, form, typed);

    private async Task Offered(SiteKey ward, SiteKey home)
    {
        (await Board.Say(SiteKind.Ward, ward, new OfferPlace("SH1", home, TestBoard.Type), "offered")).ThenAccepted();
        await Board.OnTheBoard(ward);
    }

    /// <summary>A locality of its own with a medically optimised person on a ward, and a home with two beds free.</summary>
    private async Task<(SiteKey Ward, SiteKey Home)> Given(string locality)
    {
        var ward = SiteKey.OfWard(locality, "infirmary", "a1");
        (await Board.Register(SiteKind.Ward, ward)).ThenAccepted();
        await Say(
            ward,
            new DeclareVacancies([new(BedType.Inpatient, 9, 0)]),
            new AdmitStay("SH1", "1", HomeLocality: locality),
            new DeclareMedicallyOptimised("SH1"),
            new SetNeeds("SH1", new([TestBoard.Type])));
        var home = await Board.CareHome("the-oaks", 10, 8, locality);
        await Board.OnTheBoard(ward);
        return (ward, home);
    }

    private Task Say(SiteKey ward, params IEnumerable<SiteCommand> commands) => Board.SayAll(SiteKind.Ward, ward, commands);
}
