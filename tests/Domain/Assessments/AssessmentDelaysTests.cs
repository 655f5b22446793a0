using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using static CapacityBoard.Assessments.AssessmentKind;
using static CapacityBoard.Assessments.AssessmentOutcome;

namespace CapacityBoard.Assessments;

/// <summary>A reason for delay opens and ends with the assessment that brings it, or the answer says why not.</summary>
public sealed class AssessmentDelaysTests
{
    private static readonly DateOnly Today = LocalDay.Of(GivenSite.Start);

    [Fact]
    public void GivenMedicallyOptimised_WhenAsked_ThenTheReasonForDelayIsRecordedWithIt() => Optimised()
        .When(new RequestAssessment("S-1", SocialWork), "asked")
        .ThenHappened(
            new AssessmentRequested("S-1", "asked", SocialWork),
            new DelayRecorded("S-1", DelayReason.NeedsAndPathway, DelayOwner.SocialCare, Today, IsPrimary: true, Assessment: "asked"));

    [Fact]
    public void GivenAnotherReason_WhenAsked_ThenTheMainReasonStays() => Optimised().And(new RecordDelay("S-1", DelayReason.Choice))
        .When(new RequestAssessment("S-1", Equipment)).ThenStay("S-1").PrimaryDelay!.Reason.ShouldBe(DelayReason.Choice);

    [Fact]
    public void GivenMedicallyOptimised_WhenAskedAndItDoesNotDelay_ThenOnlyTheAssessmentWithTheReasonWhyNot() => Optimised()
        .When(new RequestAssessment("S-1", SocialWork, NotDelaying: "Waits for a nursing bed in any case"), "asked")
        .ThenHappened(new AssessmentRequested("S-1", "asked", SocialWork, NotDelaying: "Waits for a nursing bed in any case"));

    [Fact]
    public void GivenOpenAssessments_WhenThePersonBecomesMedicallyOptimised_ThenTheyDelayFromThen()
    {
        var given = Ward().And(new RequestAssessment("S-1", SocialWork), "asked").And(new RequestAssessment("S-1", Physiotherapy, NotDelaying: "Can be done at home"));
        given.When(new DeclareMedicallyOptimised("S-1", GivenSite.Start.AddDays(-1))).ThenHappened(
            new MedicallyOptimisedDeclared("S-1", GivenSite.Start.AddDays(-1)),
            new DelayRecorded("S-1", DelayReason.NeedsAndPathway, DelayOwner.SocialCare, Today, IsPrimary: true, Assessment: "asked"));
    }

    [Fact]
    public void GivenNotMedicallyOptimised_WhenAskedAndDone_ThenNoReasonForDelay()
    {
        var given = Ward();
        given.When(new RequestAssessment("S-1", SocialWork), "asked").ThenHappened(new AssessmentRequested("S-1", "asked", SocialWork));
        given.When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenHappened(new AssessmentCompleted("S-1", "asked", PlanAgreed, GivenSite.Start));
    }

    [Fact]
    public void GivenTheReasonItBrought_WhenDoneOrCancelled_ThenItEndsToo()
    {
        Optimised().And(new RequestAssessment("S-1", SocialWork), "asked").When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenHappened(
            new AssessmentCompleted("S-1", "asked", PlanAgreed, GivenSite.Start), new DelayEnded("S-1", DelayReason.NeedsAndPathway));
        Optimised().And(new RequestAssessment("S-1", SocialWork), "asked").When(new CancelAssessment("S-1", "asked", "Went to family")).ThenHappened(
            new AssessmentCancelled("S-1", "asked", "Went to family"), new DelayEnded("S-1", DelayReason.NeedsAndPathway));
    }

    [Fact]
    public void GivenTwoAssessmentsWithOneReason_WhenTheFirstIsDone_ThenItContinuesUntilTheSecondIs()
    {
        var given = Optimised().And(new RequestAssessment("S-1", OccupationalTherapy), "first").And(new RequestAssessment("S-1", Physiotherapy), "second");
        given.When(new CompleteAssessment("S-1", "first", PlanAgreed)).ThenHappened(
            new AssessmentCompleted("S-1", "first", PlanAgreed, GivenSite.Start, DelayContinues.AnotherIsOpen));
        given.When(new CompleteAssessment("S-1", "second", PlanAgreed)).ThenStay("S-1").Delays.ShouldBeEmpty();
    }

    [Fact]
    public void GivenReasonThatSomebodyRecorded_WhenDone_ThenItContinuesAndTheAnswerSaysWhy()
    {
        var given = Optimised().And(new RecordDelay("S-1", DelayReason.NeedsAndPathway)).And(new RequestAssessment("S-1", SocialWork), "asked");
        var stay = given.When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenStay("S-1");
        stay.Assessments.ShouldHaveSingleItem().Ended!.Delay.ShouldBe(DelayContinues.RecordedByHand);
        stay.Delays.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenTheReasonItBrought_WhenANoteIsAdded_ThenItStillEndsWithTheAssessment()
    {
        var given = Optimised().And(new RequestAssessment("S-1", SocialWork), "asked").And(new RecordDelay("S-1", DelayReason.NeedsAndPathway, Note: "Rang twice"));
        given.When(new CompleteAssessment("S-1", "asked", PlanAgreed)).ThenStay("S-1").Delays.ShouldBeEmpty();
    }

    [Fact]
    public void GivenAssessmentThatDoesNotDelay_WhenDone_ThenAnothersReasonIsLeftAlone()
    {
        var given = Optimised().And(new RequestAssessment("S-1", OccupationalTherapy), "first")
            .And(new RequestAssessment("S-1", Physiotherapy, NotDelaying: "Can be done at home"), "second");
        given.When(new CompleteAssessment("S-1", "second", PlanAgreed)).ThenHappened(new AssessmentCompleted("S-1", "second", PlanAgreed, GivenSite.Start));
    }

    private static GivenSite Ward() => GivenSite.Ward().Declared(BedType.Inpatient, 3).And(new AdmitStay("S-1", "1", AdmittedAt: GivenSite.Start.AddDays(-2)));

    private static GivenSite Optimised() => Ward().And(new DeclareMedicallyOptimised("S-1"));
}
