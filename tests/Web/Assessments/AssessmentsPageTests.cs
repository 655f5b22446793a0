using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Assessments;

/// <summary>Assessments on the person's page and in the teams' work list, over HTTP and without scripts. Each test has a locality of its own.</summary>
public sealed class AssessmentsPageTests : IClassFixture<LaterBoard>, IDisposable
{
    private readonly LaterBoard _later;
    private readonly Visitor _visitor;

    public AssessmentsPageTests(LaterBoard later)
    {
        _later = later;
        _visitor = new(Board.Address, name: "Beth Hughes, A1");
    }

    private TestBoard Board => _later.Board;

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenMedicallyOptimised_WhenAsked_ThenItAndItsDelayAreOnThePageAndInTheStory()
    {
        var ward = await Ward("ask");
        await Say(ward, new DeclareMedicallyOptimised("SH1"));

        var page = await Send(await Visit(ward), "ask", ("kind", "social-work"), ("team", "Hospital social work"));

        page.Said.ShouldContain("Assessment asked for.");
        page.Text.ShouldContain("Social work Waiting Asked for just now by Beth Hughes, A1, team: Hospital social work. Target:");
        page.Text.ShouldContain("Assessment asked for: Social work, team: Hospital social work.");
        page.Document.QuerySelector("section[aria-labelledby=delays]").Read().ShouldContain("Waiting for confirmation of immediate care needs and pathway Main reason");
        (await Send(page, "ask", ("kind", "social-work"))).ErrorSummary.ShouldContain("already asked for");
        (await Send(page, "ask")).ErrorSummary.ShouldBe("Choose an assessment.");
    }

    [Fact]
    public async Task GivenAsked_WhenPromisedStartedAndDone_ThenEachStepIsShownAndTheDelayEnds()
    {
        var ward = await Ward("steps");
        await Say(ward, new DeclareMedicallyOptimised("SH1"), new RequestAssessment("SH1", AssessmentKind.OccupationalTherapy));
        var page = await Visit(ward);

        page = await Send(page, page.FormOf("other"), ("for-date", "2030-01-01"), ("for-time", "10:00"));
        page.ErrorSummary.ShouldContain("in the future, at most 1 year ahead");
        page = await Send(page, page.FormOf("promise"), ("for", In(5)));
        page.Text.ShouldContain("Occupational therapy Promised");
        page = await Send(page, page.FormOf("start"));
        page.Text.ShouldContain("Occupational therapy Started");
        page = await Send(page, page.FormOf("done"), ("outcome", "plan-agreed"));

        page.Said.ShouldEndWith("Occupational therapy done: plan agreed.");
        page.Text.ShouldContain("Delay resolved: Awaiting therapy review of need for supported discharge");
        page.Text.ShouldContain("No reasons for delay recorded.");
        page.FormOf("done").ShouldBeEmpty("it is over");
    }

    [Fact]
    public async Task GivenDelayThatTheWardRecorded_WhenTheAssessmentIsCancelled_ThenToldWhyTheDelayContinues()
    {
        var ward = await Ward("continues");
        await Say(ward, new DeclareMedicallyOptimised("SH1"), new RecordDelay("SH1", DelayReason.Equipment), new RequestAssessment("SH1", AssessmentKind.Equipment));
        var page = await Visit(ward);

        var after = await Send(page, page.FormOf("cancel"), ("words", "Fitted already"));

        after.Said.ShouldContain("Assessment cancelled. The delay “Equipment and associated training not yet delivered (Pathway 1-3)” continues, because it was recorded separately.");
        after.Text.ShouldContain("Assessment cancelled: Equipment (Fitted already). The delay");
    }

    [Fact]
    public async Task GivenOpenAssessments_ThenTheListHasTheLongestWaitFirstMarksOverdueAndIsFiltered()
    {
        var ward = await Ward("list", "SH1", "SH2", "SH3");
        await Say(ward, new RequestAssessment("SH2", AssessmentKind.Physiotherapy), new RequestAssessment("SH1", AssessmentKind.SocialWork));
        _later.Clock.Shift += TimeSpan.FromHours(30);
        await Say(ward, new RequestAssessment("SH3", AssessmentKind.Physiotherapy));
        using var team = Assessor("list");

        var list = await team.Visit("/list/assessments");

        Named(list).ShouldBe(["Physiotherapy: SH2", "Social work: SH1", "Physiotherapy: SH3"]);
        list.Text.ShouldContain("All: 3 Overdue: 1");
        Named(await team.Visit("/list/assessments?show=overdue")).ShouldBe(["Physiotherapy: SH2"]);
        Named(await team.Visit("/list/assessments?kind=social-work")).ShouldBe(["Social work: SH1"]);
        (await Visit(ward, "SH2")).Text.ShouldContain("Physiotherapy Overdue Waiting", customMessage: "the ward sees it too");
    }

    [Fact]
    public async Task GivenAssessor_WhenItIsDoneFromTheList_ThenItLeavesTheListAndIsInTheirName()
    {
        var ward = await Ward("worklist");
        await Say(ward, new RequestAssessment("SH1", AssessmentKind.SocialWork));
        using var team = Assessor("worklist");
        var list = await team.Visit("/worklist/assessments");

        var after = await team.Send(list, list.FormOf("done"), ("outcome", "no-further-needs"));

        after.Said.ShouldContain("SH1: Social work done: no further needs.");
        after.Text.ShouldContain("No open assessments.");
        (await Visit(ward)).Text.ShouldContain("by Assessor of work");
    }

    [Fact]
    public async Task GivenOwnPersonInAnotherLocalitysHospital_ThenTheAssessorOfTheirHomeSeesAndDoesIt()
    {
        var ward = await Ward("away", ["SH1"], home: "at-home");
        await Say(ward, new RequestAssessment("SH1", AssessmentKind.SocialWork));
        await Ward("at-home");
        using var team = Assessor("at-home");
        var list = await team.Visit("/at-home/assessments");

        (await team.Send(list, list.FormOf("start"))).Said.ShouldContain("SH1: Assessment started.");
        using var stranger = Assessor("elsewhere");
        (await stranger.Visit("/away/assessments")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task GivenPeopleWhoseDetailsTheReaderMayNotSee_ThenTheListDoesNotHaveThem()
    {
        var ward = await Ward("hidden");
        await Say(ward, new RequestAssessment("SH1", AssessmentKind.SocialWork));
        using var viewer = new Visitor(Board.Address, name: "Viewer of hidden", grants: [new(Role.Viewer, Scope.Parse("hidden"))]);

        var list = await viewer.Visit("/hidden/assessments");

        (list.Status, Named(list).Count()).ShouldBe((200, 0));
    }

    [Fact]
    public async Task GivenOpenAssessment_WhenThePersonLeaves_ThenToldThatItEndedAndThePastStillShowsIt()
    {
        var ward = await Ward("left");
        await Say(ward, new RequestAssessment("SH1", AssessmentKind.SocialWork));
        var then = Board.Clock.GetUtcNow();
        using var team = Assessor("left");
        var stale = await team.Visit("/left/assessments");
        (await Visit(ward)).Text.ShouldContain("An assessment is still open and will end with the stay: Social work.");
        await Say(ward, new DischargeStay("SH1", Destination.UsualResidence));

        (await team.Send(stale, stale.FormOf("start"))).ErrorSummary.ShouldContain("SH1 left on");
        var page = await Visit(ward);
        page.Text.ShouldContain("An assessment was still open and ended with the stay: Social work.");
        var past = await _visitor.Visit(AsAt.Link(Paths.OfStay(ward, "SH1"), then));
        past.Text.ShouldContain("Social work Waiting");
        past.FormOf("done").ShouldBeEmpty("the past is read-only");
        (await team.Visit("/left/assessments")).Text.ShouldContain("No open assessments.");
    }

    [Fact]
    public async Task GivenOpenAssessment_WhenThePersonMovesOrTheAdmissionWasAMistake_ThenTheStorySaysWhatBecameOfIt()
    {
        var ward = await Ward("moved");
        var other = SiteKey.OfWard("moved", "infirmary", "b2");
        (await Board.Register(SiteKind.Ward, other)).ThenAccepted();
        await Say(other, new DeclareVacancies([new(BedType.Inpatient, 9, 0)]));
        await Say(ward, new RequestAssessment("SH1", AssessmentKind.SocialWork));
        (await Board.Transfer(ward, "SH1", other, "1")).ThenAccepted();
        await Board.OnTheBoard(other);

        (await Visit(other)).Text.ShouldContain("An assessment moved with the person: Social work.");
        using var team = Assessor("moved");
        Named(await team.Visit("/moved/assessments")).ShouldBe(["Social work: SH1"]);
        await Say(other, new CancelAdmission("SH1", "Wrong person"));
        (await Visit(other)).Text.ShouldContain("is not counted: Wrong person. An assessment was still open and ended with the stay: Social work.");
    }

    private static IEnumerable<string> Named(VisitedPage list) => list.Document.QuerySelectorAll(".cb-work h2").Select(name => name.Read());

    private Visitor Assessor(string locality) => new(Board.Address, name: $"Assessor of {locality}", grants: [new(Role.Assessor, Scope.Parse(locality))]);

    private string In(int hours) => Journal.Instants.ToText(Board.Clock.GetUtcNow().AddHours(hours));

    private Task<VisitedPage> Visit(SiteKey ward, string stay = "SH1") => _visitor.Visit(Paths.OfStay(ward, stay));

    private Task<VisitedPage> Send(VisitedPage page, string form, params (string Name, string Value)[] typed) => _visitor.Send(page, form, typed);

    private Task<SiteKey> Ward(string locality, params string[] stays) => Ward(locality, stays is [] ? ["SH1"] : stays, home: null);

    private async Task<SiteKey> Ward(string locality, string[] stays, string? home)
    {
        var ward = SiteKey.OfWard(locality, "infirmary", "a1");
        (await Board.Register(SiteKind.Ward, ward)).ThenAccepted();
        await Say(ward, [new DeclareVacancies([new(BedType.Inpatient, 9, 0)]), .. stays.Select(stay => new AdmitStay(stay, stay, HomeLocality: home))]);
        await Board.OnTheBoard(ward);
        return ward;
    }

    private Task Say(SiteKey ward, params IEnumerable<SiteCommand> commands) => Board.SayAll(SiteKind.Ward, ward, commands);
}
