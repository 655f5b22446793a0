using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Stays;

public sealed class AdmissionsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    [Fact]
    public void GivenVacancy_WhenAdmit_ThenInTheBedAndOccupied() => Ward()
        .When(new AdmitStay("S-2", "12", Age: AgeBand.From85, HomeLocality: "stockport", ExpectedDischarge: new(2026, 3, 9)))
        .ThenHappened(new StayAdmitted(new("S-2", "12", Inpatient, AgeBand.From85, Now, Now, "stockport", new(2026, 3, 9))))
        .ThenLine(Inpatient, 3, 2, 0)
        .ThenAvailable(Inpatient, 1);

    [Fact]
    public void GivenPersonCameEarlier_WhenAdmit_ThenTheirStayCountsFromThen()
    {
        var stay = Ward().When(new AdmitStay("S-2", "12", AdmittedAt: Now.AddDays(-8))).ThenStay("S-2");
        (stay.AdmittedAt, stay.ArrivedAt, stay.Midnights(Now)).ShouldBe((Now.AddDays(-8), Now, 8));
    }

    [Fact]
    public void GivenFullWard_WhenAdmit_ThenRefused() => Ward().And(new AdmitStay("S-2", "2")).And(new AdmitStay("S-3", "3"))
        .When(new AdmitStay("S-4", "4"))
        .ThenRefused(RefusalCode.NoVacancy);

    [Fact]
    public void GivenLastBedsHeldForOthers_WhenAdmit_ThenRefused() => Ward()
        .And(new PlaceHold(Inpatient, "S-2"))
        .And(new PlaceHold(Inpatient, "S-3"))
        .When(new AdmitStay("S-4", "4"))
        .ThenRefused(RefusalCode.NoVacancy);

    [Fact]
    public void GivenHold_WhenAdmitOnIt_ThenOccupiedInsteadOfHeld() => Ward().And(new PlaceHold(Inpatient, "S-2"), "hold-1")
        .When(new AdmitStay("S-2", "2", Hold: "hold-1"))
        .ThenHappened(new StayAdmitted(new("S-2", "2", Inpatient, AgeBand.NotKnown, Now, Now), "hold-1"))
        .ThenAvailable(Inpatient, 1)
        .Capacity.Holds.ShouldBeEmpty();

    [Fact]
    public void GivenLastBedHeldForTheStay_WhenAdmitWithoutSaying_ThenTheirHoldIsUsed() => Ward().And(new AdmitStay("S-9", "9"))
        .And(new PlaceHold(Inpatient, "S-2"), "hold-1")
        .When(new AdmitStay("S-2", "2"))
        .ThenHappened(new StayAdmitted(new("S-2", "2", Inpatient, AgeBand.NotKnown, Now, Now), "hold-1"))
        .ThenLine(Inpatient, 3, 3, 0);

    [Fact]
    public void GivenHoldWithOnlyANote_WhenAdmitOnIt_ThenDone() => Ward().And(new PlaceHold(Inpatient, Note: "from A&E"), "hold-1")
        .When(new AdmitStay("S-2", "2", Hold: "hold-1"))
        .ThenAvailable(Inpatient, 1);

    [Fact]
    public void GivenHoldOfAnother_WhenAdmitOnIt_ThenRefused() => Ward().And(new PlaceHold(Inpatient, "S-2"), "hold-1")
        .When(new AdmitStay("S-3", "2", Hold: "hold-1"))
        .ThenRefused(RefusalCode.Invalid, "hold");

    [Fact]
    public void GivenHoldOfAnotherType_WhenAdmitOnIt_ThenRefused() => GivenSite.IntermediateCareUnit().Declared(StepDown, 4).Declared(StepUp, 4)
        .And(new PlaceHold(StepUp, "S-2"), "hold-1")
        .When(new AdmitStay("S-2", "2", StepDown, Hold: "hold-1"))
        .ThenRefused(RefusalCode.Invalid, "hold");

    [Fact]
    public void GivenHoldThatRanOut_WhenAdmitOnIt_ThenRefused() => Ward().And(new PlaceHold(Inpatient, "S-2"), "hold-1").After(TimeSpan.FromDays(1))
        .When(new AdmitStay("S-2", "2", Hold: "hold-1"))
        .ThenRefused(RefusalCode.HoldEnded, "hold");

    [Fact]
    public void GivenNoSuchHold_WhenAdmitOnIt_ThenRefused() => Ward()
        .When(new AdmitStay("S-2", "2", Hold: "hold-1"))
        .ThenRefused(RefusalCode.UnknownHold, "hold");

    [Fact]
    public void GivenSuspension_WhenAdmitWithOrWithoutHold_ThenRefused()
    {
        var given = Ward().And(new PlaceHold(Inpatient, "S-2"), "hold-1").And(new SuspendPlacements("infection"));
        given.When(new AdmitStay("S-2", "2", Hold: "hold-1")).ThenRefused(RefusalCode.Suspended);
        given.When(new AdmitStay("S-3", "3")).ThenRefused(RefusalCode.Suspended);
    }

    [Theory]
    [InlineData("1")]
    [InlineData(" 1")]
    public void GivenBedTaken_WhenAdmit_ThenRefused(string bed) => Ward()
        .When(new AdmitStay("S-2", bed))
        .ThenRefused(RefusalCode.BedTaken, "bed");

    [Fact]
    public void GivenBedTakenInOtherLetters_WhenAdmit_ThenRefused() => Ward().And(new AdmitStay("S-2", "bay a"))
        .When(new AdmitStay("S-3", "Bay A"))
        .ThenRefused(RefusalCode.BedTaken, "bed");

    [Fact]
    public void GivenStayIsHere_WhenAdmitAgain_ThenRefused() => Ward()
        .When(new AdmitStay("S-1", "2"))
        .ThenRefused(RefusalCode.AlreadyHere, "stay");

    [Theory]
    [InlineData("Smith")]
    [InlineData("Mary Smith 3")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("S-1\n")]
    [InlineData("S1234567890123456789012345678901234567890")]
    [InlineData("Żółć1")]
    public void GivenVacancy_WhenReferenceMightBeAName_ThenRefused(string reference) => Ward()
        .When(new AdmitStay(reference, "2"))
        .ThenRefused(RefusalCode.Invalid, "stay");

    [Theory]
    [InlineData("")]
    [InlineData("a label of more than twenty letters")]
    [InlineData("1\t2")]
    public void GivenVacancy_WhenBedLabelIsWrong_ThenRefused(string bed) => Ward()
        .When(new AdmitStay("S-2", bed))
        .ThenRefused(RefusalCode.Invalid, "bed");

    [Fact]
    public void GivenVacancy_WhenAdmittedAheadOrOverFiveYearsAgo_ThenRefused()
    {
        Ward().When(new AdmitStay("S-2", "2", AdmittedAt: Now.AddMinutes(6))).ThenRefused(RefusalCode.Invalid, "admittedAt");
        Ward().When(new AdmitStay("S-2", "2", AdmittedAt: Now.AddDays(-5 * 366 - 1))).ThenRefused(RefusalCode.Invalid, "admittedAt");
    }

    [Fact]
    public void GivenVacancy_WhenExpectedDischargeIsPastOrTooFar_ThenRefused()
    {
        Ward().When(new AdmitStay("S-2", "2", ExpectedDischarge: new(2026, 3, 1))).ThenRefused(RefusalCode.Invalid, "expectedDischarge");
        Ward().When(new AdmitStay("S-2", "2", ExpectedDischarge: new(2027, 3, 4))).ThenRefused(RefusalCode.Invalid, "expectedDischarge");
    }

    [Fact]
    public void GivenVacancy_WhenHomeLocalityIsNone_ThenRefused() => Ward()
        .When(new AdmitStay("S-2", "2", HomeLocality: "Stockport, Cheshire"))
        .ThenRefused(RefusalCode.Invalid, "homeLocality");

    [Fact]
    public void GivenUnit_WhenAdmitWithoutType_ThenRefused() => GivenSite.IntermediateCareUnit().Declared(StepDown, 4)
        .When(new AdmitStay("S-2", "2"))
        .ThenRefused(RefusalCode.Invalid, "type");

    [Fact]
    public void GivenNoLine_WhenAdmit_ThenRefused()
    {
        GivenSite.Ward().When(new AdmitStay("S-2", "2")).ThenRefused(RefusalCode.UnknownBedLine, "type");
        GivenSite.IntermediateCareUnit().Declared(StepDown, 4).When(new AdmitStay("S-2", "2", StepUp)).ThenRefused(RefusalCode.UnknownBedLine, "type");
    }

    private static GivenSite Ward() => GivenSite.Ward().Declared(Inpatient, 3).And(new AdmitStay("S-1", "1"));
}
