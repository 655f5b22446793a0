using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Stays;

public sealed class CorrectionsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    [Fact]
    public void GivenAdmissionByMistake_WhenCancelled_ThenTheBedIsFreeAndNobodyHasLeft()
    {
        var then = Ward().When(new CancelAdmission("S-1", "wrong person")).ThenHappened(new AdmissionCancelled("S-1", Inpatient, "wrong person")).ThenLine(Inpatient, 2, 0, 0);
        then.Site.Stays.Gone.ShouldBeEmpty();
        then.Site.Stays.Find("S-1").ShouldBeNull();
    }

    [Fact]
    public void GivenTransferUnderWay_WhenItsAdmissionIsCancelled_ThenRefused() =>
        Ward().And(new BeginTransfer("S-1", SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2"), "1"))
            .When(new CancelAdmission("S-1", "wrong person")).ThenRefused(RefusalCode.NotInThatState, "stay");

    [Fact]
    public void GivenDischargeByMistake_WhenCancelled_ThenThePersonIsInTheirBedWithAllThatWasKnown()
    {
        var given = Ward().And(new SetPathway("S-1", Pathway.P1)).And(new DeclareMedicallyOptimised("S-1"));
        var before = given.Site.Stays.Find("S-1");
        var then = given.And(new DischargeStay("S-1", Destination.UsualResidence)).After(TimeSpan.FromDays(6)).When(new CancelDischarge("S-1", "wrong person"));
        then.ThenStay("S-1").ShouldBe(before! with { NeverLeft = new(then.And.Now, "someone") });
        then.ThenLine(Inpatient, 2, 1, 0).Site.Stays.Gone.ShouldBeEmpty();
    }

    [Fact]
    public void GivenBedTakenMeanwhile_WhenDischargeIsCancelled_ThenItNeedsAnother()
    {
        var given = Left().And(new AdmitStay("S-2", "1"));
        given.When(new CancelDischarge("S-1", "wrong person")).ThenRefused(RefusalCode.BedTaken, "bed");
        given.When(new CancelDischarge("S-1", "wrong person", "2")).ThenStay("S-1").Bed.ShouldBe("2");
    }

    [Fact]
    public void GivenWardFullOrHeldMeanwhile_WhenDischargeIsCancelled_ThenRefused() =>
        Left().And(new AdmitStay("S-2", "2")).And(new PlaceHold(Inpatient, "S-3"))
            .When(new CancelDischarge("S-1", "wrong person")).ThenRefused(RefusalCode.NoVacancy);

    [Fact]
    public void GivenReadmitted_WhenTheEarlierDischargeIsCancelled_ThenRefused() =>
        Left().And(new AdmitStay("S-1", "2")).When(new CancelDischarge("S-1", "wrong person")).ThenRefused(RefusalCode.AlreadyHere, "stay");

    [Fact]
    public void GivenNobodyOrLongGone_WhenDischargeIsCancelled_ThenRefused()
    {
        Ward().When(new CancelDischarge("S-9", "wrong person")).ThenRefused(RefusalCode.UnknownStay, "stay");
        var given = Left().After(TimeSpan.FromDays(8)).And(new AdmitStay("S-2", "2")).And(new DischargeStay("S-2", Destination.Other));
        given.When(new CancelDischarge("S-1", "wrong person")).ThenRefused(RefusalCode.UnknownStay, "stay");
    }

    [Fact]
    public void GivenOptimisedByMistake_WhenCancelled_ThenNotOptimisedAndSaidSinceWhenItWasThought() =>
        Ward().And(new DeclareMedicallyOptimised("S-1", Now.AddHours(-2))).When(new CancelMedicallyOptimised("S-1", "wrong person"))
            .ThenHappened(new MedicallyOptimisedCancelled("S-1", Now.AddHours(-2), "wrong person"))
            .ThenStay("S-1").Optimised.ShouldBeNull();

    [Fact]
    public void GivenNotOptimised_WhenThatIsCancelled_ThenRefused() =>
        Ward().When(new CancelMedicallyOptimised("S-1", "wrong person")).ThenRefused(RefusalCode.NotInThatState);

    [Fact]
    public void GivenWrongDetails_WhenCorrected_ThenOnlyWhatIsSaidChanges()
    {
        var given = Ward();
        var stay = given.When(new CorrectStay("S-1", "wrong time", AdmittedAt: Now.AddDays(-3), HomeLocality: "stockport")).ThenStay("S-1");
        (stay.AdmittedAt, stay.HomeLocality, stay.Age).ShouldBe((Now.AddDays(-3), "stockport", AgeBand.From85));
        given.When(new CorrectStay("S-1", "again", HomeLocality: "stockport")).ThenNothingHappened();
    }

    [Fact]
    public void GivenDetailsThatCannotBe_WhenCorrected_ThenRefused()
    {
        Ward().When(new CorrectStay("S-1", " ", AgeBand.From18To64)).ThenRefused(RefusalCode.Invalid, "reason");
        Ward().When(new CorrectStay("S-1", "wrong", AdmittedAt: Now.AddDays(1))).ThenRefused(RefusalCode.Invalid, "admittedAt");
        Ward().When(new CorrectStay("S-1", "wrong", HomeLocality: "Stockport!")).ThenRefused(RefusalCode.Invalid, "homeLocality");
        Ward().And(new DeclareMedicallyOptimised("S-1", Now.AddDays(-1))).After(TimeSpan.FromHours(1))
            .When(new CorrectStay("S-1", "wrong", AdmittedAt: Now)).ThenRefused(RefusalCode.Invalid, "admittedAt");
    }

    [Theory]
    [InlineData("admission")]
    [InlineData("discharge")]
    [InlineData("optimised")]
    public void GivenMistake_WhenCancelledWithoutAReason_ThenRefused(string mistake) => Ward().When(mistake switch
    {
        "admission" => new CancelAdmission("S-1", ""),
        "discharge" => new CancelDischarge("S-1", ""),
        _ => new CancelMedicallyOptimised("S-1", ""),
    }).ThenRefused(RefusalCode.Invalid, "reason");

    private static GivenSite Left() => Ward().And(new DischargeStay("S-1", Destination.UsualResidence));

    private static GivenSite Ward() =>
        GivenSite.Ward().Declared(Inpatient, 2).And(new AdmitStay("S-1", "1", Age: AgeBand.From85, AdmittedAt: Now.AddDays(-2)));
}
