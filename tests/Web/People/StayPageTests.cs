using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.People;

/// <summary>The page of one person, over HTTP and without scripts.</summary>
public sealed class StayPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenPlan_WhenSaid_ThenItIsOnThePageAndInTheStory()
    {
        var ward = await Ward("p1");

        (await Send(ward, "pathway", ("pathway", "p3"))).Text.ShouldContain("Pathway 3: care home, likely to be permanent");
        (await Send(ward, "delay", ("reason", "care-home-not-available"), ("note", "Three homes are full"))).Text.ShouldContain("social care responsible. Three homes are full");
        (await Send(ward, "delay", ("reason", "funding-eligibility"), ("owner", "nhs"), ("primary-yes", "yes"))).Said.ShouldContain("Delay recorded.");
        (await Send(ward, "first-care-home-not-available")).Said.ShouldContain("Main reason changed.");
        (await Send(ward, "end-funding-eligibility")).Said.ShouldContain("Delay marked as resolved");
        (await Send(ward, "red", ("reason", "medicines-or-letter"))).Text.ShouldContain("Awaiting medicines to take home, discharge letter or other discharge documentation");
        var last = await Send(ward, "expected", ("date", Iso(1)), ("reason", "Transport is booked"));

        last.Text.ShouldContain("Expected to leave tomorrow: Transport is booked");
        last.Text.ShouldContain("Delay resolved: Awaiting confirmation of funding eligibility");
        last.Text.ShouldContain("Still delayed, since today: Residential/nursing home care not yet available (Pathway 3). Social care responsible. This is the main reason. Three homes are full");
    }

    [Fact]
    public async Task GivenNeeds_WhenSaid_ThenWishedPlacesAreFoundByTheirNames()
    {
        var ward = await Ward("p2");
        await board.OnTheBoard(await board.CareHome("the-wished-house"));

        var wrong = await Send(ward, "needs", ("wish-1", "No such house"));
        wrong.ErrorSummary.ShouldContain("Choose at least one suitable kind of place.");
        wrong.ErrorSummary.ShouldContain("There is no place with that name on the board.");

        var right = await _visitor.Send(
            wrong, "needs", ("types-general-nursing", "yes"), ("types-dementia-nursing", "yes"), ("best", "dementia-nursing"), ("care-dementia", "yes"), ("wish-1", "the wished house"), ("near", "SK2 7JE"), ("withinKilometres", "5"));
        right.Text.ShouldContain("Dementia nursing bed or general nursing bed, dementia care, within 5 miles of SK2 7JE");
        right.Text.ShouldContain("Preferred homes The Wished House");
    }

    [Fact]
    public async Task GivenOptimised_WhenCancelledAndThePersonDischargedByMistake_ThenBothArePutRightAndToldAsMistakes()
    {
        var ward = await Ward("p3");
        await Send(ward, "optimised");
        (await Send(ward, "cancel-optimised", ("reason", "Wrong person"))).Said.ShouldContain("It is not counted anywhere");

        var gone = await Send(ward, "discharge", ("destination", "care-home"));
        gone.Text.ShouldContain("Left today");
        var back = await _visitor.Send(gone, "cancel-discharge", ("reason", "Wrong person"));

        back.Text.ShouldContain("bed 01");
        back.Text.Split("Cancelled: a mistake").Length.ShouldBe(3);
    }

    [Fact]
    public async Task GivenAdmissionCancelled_ThenItsStoryCanStillBeRead()
    {
        var ward = await Ward("p4");

        var after = await Send(ward, "cancel-admission", ("reason", "Wrong person"));

        after.Text.ShouldContain("This person is not on P4 now.");
        after.Text.ShouldContain("The admission was a mistake and is not counted: Wrong person");
        (await board.Read(SiteKind.Ward, ward)).Text.ShouldNotContain("SH100");
    }

    [Fact]
    public async Task GivenTransferred_WhenTheOldAddressIsOpened_ThenItLeadsToWhereThePersonIs()
    {
        var (from, to) = (await Ward("p5"), await Ward("p6", "SH200", hospital: "p5"));
        (await board.Transfer(from, "SH100", to, "02")).ThenAccepted();
        await Deadline.Until(async () => (await _visitor.Visit(PathOf(from, "SH100"))).Path == PathOf(to, "SH100"), "the boards have the transfer");

        (await _visitor.Visit(PathOf(to, "SH100"))).Text.ShouldContain("Arrived on P6, bed 02, from P5.");
    }

    [Theory]
    [InlineData("delay", "note", "x", "Choose a reason for delay.")]
    [InlineData("red", "note", "x", "Choose why the day was red.")]
    [InlineData("discharge", "to", "", "Choose a destination.")]
    [InlineData("correct", "home", "Trafford", "Choose a reason, or enter another reason.")]
    public async Task GivenWrongInput_ThenSaidAtItsFieldAndNothingIsDone(string form, string field, string value, string words)
    {
        var ward = await Ward($"w-{form}");

        var after = await Send(ward, form, (field, value));

        after.ErrorSummary.ShouldBe(words);
        after.Form(form).Fields[field].ShouldBe(value);
    }

    [Fact]
    public async Task GivenDateThatHasPassed_ThenItsReasonIsAskedForAndItStaysAsTyped()
    {
        var ward = await Ward("w-expected");

        var after = await Send(ward, "expected", ("date-day", "1"), ("date-month", "1"), ("date-year", "2020"));

        after.ErrorSummary.ShouldBe("This date has passed. Enter the reason for setting it.");
        after.Form("expected").Fields["date-year"].ShouldBe("2020");
    }

    [Fact]
    public async Task GivenTwiceTheSameForm_ThenDoneOnce()
    {
        var ward = await Ward("p7");
        var page = await _visitor.Visit(PathOf(ward, "SH100"));

        await _visitor.Send(page, "delay", ("reason", "funding-eligibility"));
        await _visitor.Send(page, "delay", ("reason", "funding-eligibility"));

        (await _visitor.Visit(PathOf(ward, "SH100"))).Text.Split("Delayed, since today: Awaiting confirmation of funding eligibility").Length.ShouldBe(2);
    }

    [Fact]
    public async Task GivenEarlierMoment_WhenLookedBackTo_ThenThePersonAndTheStoryAsTheyStoodThenAndNoForms()
    {
        var ward = await Ward("p9");
        var then = board.Clock.GetUtcNow();
        await Send(ward, "optimised");
        await Send(ward, "discharge", ("destination", "care-home"));

        var past = await _visitor.Visit(AsAt.Link(PathOf(ward, "SH100"), then));

        past.Text.ShouldContain("As it was on");
        past.Text.ShouldContain("Medically optimised No");
        past.Text.ShouldContain("Admitted to P9, bed 01.");
        past.Text.ShouldNotContain("Discharged");
        past.Html.ShouldNotContain("method=\"post\" action=\"/stockport/stay");
    }

    [Fact]
    public async Task GivenDayNotMarkedYet_WhenMarked_ThenTheWardAndThePersonsPageSayTheSame()
    {
        var ward = await Ward("p10");
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("SH101", "02"))).ThenAccepted();
        await board.OnTheBoard(ward);
        var before = await _visitor.Visit(Paths.OfSite(ward));
        before.Text.ShouldContain("Today: 0 green, 0 red, 2 not marked yet.");
        before.Text.ShouldNotContain("Today not marked yet", customMessage: "what is true of everybody is not said of each");
        (await _visitor.Visit(PathOf(ward, "SH100"))).Text.ShouldContain("Today is the first day. Today is not marked yet.");

        (await Send(ward, "red", ("reason", "medicines-or-letter"))).Text.ShouldNotContain("not marked yet");
        var after = await _visitor.Visit(Paths.OfSite(ward));
        after.Text.ShouldContain("Today: 0 green, 1 red (Awaiting medicines to take home, discharge letter or other discharge documentation: 1), 1 not marked yet.");
        after.Document.QuerySelectorAll(".cb-bed__plan").Select(plan => plan.Read()).ShouldBe(["Red today: Awaiting medicines to take home, discharge letter or other discharge documentation", "Today not marked yet"]);
    }

    [Fact]
    public async Task GivenNoSuchStay_ThenThereIsNoPage()
    {
        var ward = await Ward("p8");

        (await _visitor.Visit(PathOf(ward, "SH404"))).Status.ShouldBe(404);
        (await _visitor.Visit(PathOf(ward, "Ada"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task GivenTeamOfThePersonsHome_ThenItPlansAndDoesNotDischarge()
    {
        var ward = SiteKey.OfWard("trafford", "wythenshawe", "f1");
        await Register(ward, "SH500", "stockport");
        await Deadline.Until(async () => (await board.ReadBoard("trafford")).Rows.Any(row => row.People?.Stays > 0), "the person is on the board");
        using var team = new Visitor(board.Address, name: "Stockport team", grants: [new(Role.TransferTeam, Scope.Parse("stockport"))]);

        var page = await team.Visit(PathOf(ward, "SH500"));
        page.Status.ShouldBe(200);
        page.Html.ShouldNotContain("discharge-send");
        (await team.Send(page, "pathway", ("pathway", "p1"))).Said.ShouldContain("Pathway set.");
        (await board.ActsOf("Stockport team")).ShouldContain("saw-stays");
    }

    private async Task<VisitedPage> Send(SiteKey ward, string form, params (string Name, string Value)[] typed) =>
        await _visitor.Send(await _visitor.Visit(PathOf(ward, "SH100")), form, typed);

    private string Iso(int days) => LocalDay.Of(board.Clock.GetUtcNow()).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string PathOf(SiteKey ward, string stay) => Paths.OfStay(ward, stay);

    /// <summary>A ward of three beds with one person in bed 01, in a hospital of its own unless another is named.</summary>
    private async Task<SiteKey> Ward(string name, string stay = "SH100", string? hospital = null)
    {
        var ward = SiteKey.OfWard(TestBoard.Locality, hospital ?? name, name);
        await Register(ward, stay, TestBoard.Locality);
        return ward;
    }

    private async Task Register(SiteKey ward, string stay, string home)
    {
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 3, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay(stay, "01", HomeLocality: home))).ThenAccepted();
        await board.OnTheBoard(ward);
    }
}
