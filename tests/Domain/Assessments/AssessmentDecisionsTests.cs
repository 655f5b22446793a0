using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using static CapacityBoard.Assessments.AssessmentKind;
using static CapacityBoard.Assessments.AssessmentOutcome;

namespace CapacityBoard.Assessments;

public sealed class AssessmentDecisionsTests
{
    private static readonly DateOnly Today = LocalDay.Of(GivenSite.Start);

    [Fact]
    public void GivenStay_WhenAsked_ThenItIsOpenWithItsOwnClock()
    {
        var asked = Ward().When(new RequestAssessment("S-1", SocialWork, "Hospital social work", Today.AddDays(1)), "asked", "Beth Hughes").ThenStay("S-1").Assessments.ShouldHaveSingleItem();
        (asked.Id, asked.Kind, asked.Team, asked.WantedBy, asked.IsOpen).ShouldBe(("asked", SocialWork, "Hospital social work", Today.AddDays(1), true));
        asked.Asked.ShouldBe(new Stamp(GivenSite.Start, "Beth Hughes"));
        asked.Waited(GivenSite.Start.AddHours(30)).ShouldBe(TimeSpan.FromHours(30));
    }

    [Fact]
    public void GivenOpenAssessment_WhenAskedAgain_ThenRefusedUntilItHasEnded()
    {
        var given = Asked(SocialWork);
        given.When(new RequestAssessment("S-1", SocialWork)).ThenRefused(RefusalCode.NotInThatState, "kind");
        given.When(new RequestAssessment("S-1", Physiotherapy)).ThenStay("S-1").Assessments.Length.ShouldBe(2);
        given.And(new CompleteAssessment("S-1", "asked", FurtherAssessment)).When(new RequestAssessment("S-1", SocialWork)).ThenStay("S-1").Assessments.Count(each => each.IsOpen).ShouldBe(2);
    }

    [Fact]
    public void GivenStay_WhenAskedWithWhatCannotBe_ThenRefusedByTheField()
    {
        Ward().When(new RequestAssessment("S-1", SocialWork, new('x', 101))).ThenRefused(RefusalCode.Invalid, "team");
        Ward().When(new RequestAssessment("S-1", SocialWork, WantedBy: Today.AddDays(-1))).ThenRefused(RefusalCode.Invalid, "wantedBy");
        Ward().When(new RequestAssessment("S-1", SocialWork, NotDelaying: " ")).ThenRefused(RefusalCode.Invalid, "notDelaying");
    }

    [Fact]
    public void GivenAssessment_WhenPromisedStartedAndDone_ThenEachHasItsTime()
    {
        var given = Asked(OccupationalTherapy).And(new PromiseAssessment("S-1", "asked", GivenSite.Start.AddHours(5)), by: "Therapy");
        given.When(new PromiseAssessment("S-1", "asked", GivenSite.Start.AddHours(5))).ThenNothingHappened();
        given.After(TimeSpan.FromHours(4)).And(new StartAssessment("S-1", "asked"), by: "Therapy").After(TimeSpan.FromHours(2));
        var done = given.When(new CompleteAssessment("S-1", "asked", PlanAgreed, GivenSite.Start.AddHours(5)), by: "Therapy").ThenStay("S-1").Assessments.ShouldHaveSingleItem();
        done.PromisedFor.ShouldBe(GivenSite.Start.AddHours(5));
        done.Promised.ShouldBe(new Stamp(GivenSite.Start, "Therapy"));
        done.Started.ShouldBe(new Stamp(GivenSite.Start.AddHours(4), "Therapy"));
        done.Ended.ShouldBe(new AssessmentEnd(new(GivenSite.Start.AddHours(5), "Therapy"), PlanAgreed));
        done.Waited(GivenSite.Start.AddDays(9)).ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public void GivenAssessment_WhenATimeCannotBe_ThenRefused()
    {
        var given = Asked(SocialWork).After(TimeSpan.FromHours(3));
        given.When(new PromiseAssessment("S-1", "asked", GivenSite.Start.AddHours(3))).ThenRefused(RefusalCode.Invalid, "for");
        given.When(new StartAssessment("S-1", "asked", GivenSite.Start.AddHours(-1))).ThenRefused(RefusalCode.Invalid, "at");
        given.When(new CompleteAssessment("S-1", "asked", PlanAgreed, GivenSite.Start.AddHours(4))).ThenRefused(RefusalCode.Invalid, "at");
        given.And(new StartAssessment("S-1", "asked")).When(new CompleteAssessment("S-1", "asked", PlanAgreed, GivenSite.Start.AddHours(2))).ThenRefused(RefusalCode.Invalid, "at");
        given.When(new StartAssessment("S-1", "asked")).ThenRefused(RefusalCode.NotInThatState, "assessment");
    }

    [Fact]
    public void GivenAssessment_WhenTheOutcomeIsOfAnotherKind_ThenRefusedWithThoseThatFit()
    {
        Asked(SocialWork).When(new CompleteAssessment("S-1", "asked", AssessmentOutcome.Eligible)).ThenRefused(RefusalCode.Invalid, "outcome").Decision.Refusal!.Message.ShouldContain("plan-agreed");
        Asked(FastTrack).When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenRefused(RefusalCode.Invalid, "outcome").Decision.Refusal!.Message.ShouldContain("not-eligible");
    }

    [Fact]
    public void GivenEndedAssessment_WhenActedOn_ThenRefusedWithWhoEndedItAndHow()
    {
        var done = Asked(SocialWork).And(new CompleteAssessment("S-1", "asked", PlanAgreed), by: "Social work");
        done.When(new StartAssessment("S-1", "asked")).ThenRefused(RefusalCode.UnknownAssessment, "assessment").Decision.Refusal!.Message.ShouldContain("done by Social work");
        var cancelled = Asked(SocialWork).And(new CancelAssessment("S-1", "asked", "Went home"), by: "Beth Hughes");
        cancelled.When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenRefused(RefusalCode.UnknownAssessment, "assessment").Decision.Refusal!.Message.ShouldContain("cancelled by Beth Hughes");
        Ward().When(new StartAssessment("S-1", "none")).ThenRefused(RefusalCode.UnknownAssessment, "assessment");
    }

    [Fact]
    public void GivenAssessment_ThenOverdueOnlyAfterItsTargetAndWhileItIsOpen()
    {
        var open = Asked(SocialWork).Site.Stays.Find("S-1")!.Assessments[0];
        open.IsOverdue(TimeSpan.FromHours(48), GivenSite.Start.AddHours(48)).ShouldBeFalse();
        open.IsOverdue(TimeSpan.FromHours(48), GivenSite.Start.AddHours(48).AddTicks(1)).ShouldBeTrue();
        var done = Asked(SocialWork).When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenStay("S-1").Assessments[0];
        done.IsOverdue(TimeSpan.FromHours(48), GivenSite.Start.AddDays(9)).ShouldBeFalse();
    }

    [Fact]
    public void GivenOpenAssessment_WhenThePersonMovesToAnotherWard_ThenItGoesWithThem()
    {
        var given = Asked(SocialWork);
        var other = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");
        given.And(new BeginTransfer("S-1", other, "4")).When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenRefused(RefusalCode.NotInThatState, "stay");
        var arrived = GivenSite.Ward().Declared(BedType.Inpatient, 3).And(new AcceptTransfer(given.Site.Stays.Find("S-1")!, other));
        arrived.When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenStay("S-1").Assessments.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void GivenAssessmentAskedOnAnotherWard_WhenItsOperationIdIsUsedHere_ThenRefusedSoThatEachHasItsOwn()
    {
        var moved = new AcceptTransfer(Asked(SocialWork).Site.Stays.Find("S-1")!, SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2"));
        GivenSite.Ward().Declared(BedType.Inpatient, 3).And(moved).When(new RequestAssessment("S-1", Physiotherapy), "asked").ThenRefused(RefusalCode.OperationReused);
    }

    [Fact]
    public void GivenOpenAssessment_WhenThePersonLeaves_ThenItEndsWithTheStayAndComesBackIfTheyNeverLeft()
    {
        var left = Asked(SocialWork).And(new DischargeStay("S-1", Destination.UsualResidence));
        left.When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenRefused(RefusalCode.UnknownStay, "stay");
        left.When(new CancelDischarge("S-1", "wrong person")).ThenStay("S-1").Assessments.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void GivenOpenAssessment_WhenTheAdmissionWasAMistake_ThenItIsGoneToo() =>
        Asked(SocialWork).And(new CancelAdmission("S-1", "wrong person")).When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenRefused(RefusalCode.UnknownStay, "stay");

    [Fact]
    public void GivenManyEndedAssessments_ThenTheLatestAreKeptAndEveryOpenOne()
    {
        var given = Asked(SocialWork);
        for (var number = 0; number < 30; number++)
        {
            given.And(new RequestAssessment("S-1", Physiotherapy), $"therapy-{number}").And(new CompleteAssessment("S-1", $"therapy-{number}", NoFurtherNeeds));
        }

        given.Site.Stays.Find("S-1")!.Assessments.Select(each => each.Id).ShouldBe(["asked", .. Enumerable.Range(10, 20).Select(number => $"therapy-{number}")]);
    }

    private static GivenSite Ward() => GivenSite.Ward().Declared(BedType.Inpatient, 3).And(new AdmitStay("S-1", "1", AdmittedAt: GivenSite.Start.AddDays(-2)));

    private static GivenSite Asked(AssessmentKind kind) => Ward().And(new RequestAssessment("S-1", kind), "asked");
}
