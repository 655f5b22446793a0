using CapacityBoard.GrandRounds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Stays;

public sealed class StayDecisionsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    public static TheoryData<StayCommand> CommandsOfAStay =>
    [
        new ChangeBed("S-7", "2"),
        new SetExpectedDischarge("S-7", null),
        new DeclareMedicallyOptimised("S-7"),
        new WithdrawMedicallyOptimised("S-7", "fever"),
        new DischargeStay("S-7", Destination.CareHome),
        new CancelAdmission("S-7", "wrong person"),
        new CancelDischarge("S-7", "wrong person"),
        new CancelMedicallyOptimised("S-7", "wrong person"),
        new CorrectStay("S-7", "wrong age", AgeBand.From85),
        new SetPathway("S-7", Pathway.P1),
        new RecordDelay("S-7", DelayReason.Choice),
        new ReviewStay("S-7", ReviewOutcome.Leaving),
        new AgreeAction("S-7", "ring the family", "Ward manager", new(2026, 3, 3)),
        new BeginTransfer("S-7", SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2"), "1"),
        new CompleteTransfer("S-7", "move"),
        new AbandonTransfer("S-7", "move", "full"),
    ];

    [Theory, MemberData(nameof(CommandsOfAStay))]
    public void GivenNoSuchStay_WhenAnythingAsked_ThenRefused(StayCommand command) => Ward()
        .When(command)
        .ThenRefused(RefusalCode.UnknownStay, "stay");

    [Fact]
    public void GivenStay_WhenChangeBed_ThenInTheOther() => Ward()
        .When(new ChangeBed("S-1", "2"))
        .ThenHappened(new BedChanged("S-1", "2"))
        .ThenLine(Inpatient, 3, 1, 0)
        .ThenStay("S-1").Bed.ShouldBe("2");

    [Fact]
    public void GivenOtherBedTaken_WhenChangeBed_ThenRefused() => Ward().And(new AdmitStay("S-2", "2"))
        .When(new ChangeBed("S-1", "2"))
        .ThenRefused(RefusalCode.BedTaken, "bed");

    [Fact]
    public void GivenStay_WhenChangeToTheSameBedOrNone_ThenItsOwnBedIsNotTakenAndNoneIsRefused()
    {
        Ward().When(new ChangeBed("S-1", "1")).ThenHappened(new BedChanged("S-1", "1"));
        Ward().When(new ChangeBed("S-1", "")).ThenRefused(RefusalCode.Invalid, "bed");
    }

    [Fact]
    public void GivenStay_WhenSetExpectedDischarge_ThenSetAndTakenBack()
    {
        var given = Ward().And(new SetExpectedDischarge("S-1", new(2026, 3, 2)));
        given.Site.Stays.Find("S-1")!.ExpectedDischarge.ShouldBe(new(2026, 3, 2));
        given.When(new SetExpectedDischarge("S-1", null)).ThenHappened(new ExpectedDischargeSet("S-1", null)).ThenStay("S-1").ExpectedDischarge.ShouldBeNull();
    }

    [Fact]
    public void GivenStay_WhenSetExpectedDischargeInThePastOrTooFar_ThenRefused()
    {
        Ward().When(new SetExpectedDischarge("S-1", new(2026, 3, 1))).ThenRefused(RefusalCode.Invalid, "reason");
        Ward().When(new SetExpectedDischarge("S-1", new(2026, 3, 1), " ")).ThenRefused(RefusalCode.Invalid, "reason");
        Ward().When(new SetExpectedDischarge("S-1", new(2026, 1, 1), "recorded late")).ThenRefused(RefusalCode.Invalid, "date");
        Ward().When(new SetExpectedDischarge("S-1", new(2027, 3, 4))).ThenRefused(RefusalCode.Invalid, "date");
    }

    [Fact]
    public void GivenStay_WhenSetExpectedDischargeInThePastWithAReason_ThenSetAndOverdue()
    {
        var stay = Ward().When(new SetExpectedDischarge("S-1", new(2026, 3, 1), "recorded late"))
            .ThenHappened(new ExpectedDischargeSet("S-1", new(2026, 3, 1), "recorded late"))
            .ThenStay("S-1");
        stay.IsOverdue(Now).ShouldBeTrue();
    }

    [Fact]
    public void GivenStay_WhenDischargedToItsOwnWard_ThenRefused() => Ward()
        .When(new DischargeStay("S-1", Destination.OtherHospital, To: GivenSite.KeyOf(SiteKind.Ward)))
        .ThenRefused(RefusalCode.Invalid, "to");

    [Fact]
    public void GivenTransferUnderWay_WhenDischarged_ThenRefusedSoThatNobodyLeavesFromTwoWards() => Ward()
        .And(new BeginTransfer("S-1", SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2"), "1"))
        .When(new DischargeStay("S-1", Destination.UsualResidence))
        .ThenRefused(RefusalCode.NotInThatState, "stay");

    [Fact]
    public void GivenPersonLeft_WhenAnythingAsked_ThenSaidWhenTheyLeft() =>
        Ward().And(new DischargeStay("S-1", Destination.CareHome)).When(new ChangeBed("S-1", "2"))
            .ThenRefused(RefusalCode.UnknownStay, "stay").Decision.Refusal!.Message.ShouldContain("S-1 left on 2026-03-02 09:00");

    [Fact]
    public void GivenStay_WhenDeclareOptimised_ThenSinceThenByWhoSaidSo()
    {
        var stay = Ward().When(new DeclareMedicallyOptimised("S-1", Now.AddHours(-1)), by: "Dr Adams")
            .ThenHappened(new MedicallyOptimisedDeclared("S-1", Now.AddHours(-1)))
            .ThenStay("S-1");
        stay.Optimised.ShouldBe(new(Now.AddHours(-1), "Dr Adams"));
    }

    [Fact]
    public void GivenOptimised_WhenDeclareAgain_ThenRefused() => Ward().And(new DeclareMedicallyOptimised("S-1"))
        .When(new DeclareMedicallyOptimised("S-1"))
        .ThenRefused(RefusalCode.NotInThatState);

    [Fact]
    public void GivenWithdrawn_WhenDeclareAgain_ThenTheCurrentPeriodOnlyCounts()
    {
        var given = Ward().And(new DeclareMedicallyOptimised("S-1")).After(TimeSpan.FromDays(3)).And(new WithdrawMedicallyOptimised("S-1", "fever"));
        given.Site.Stays.Find("S-1")!.Optimised.ShouldBeNull();
        given.After(TimeSpan.FromDays(2)).When(new DeclareMedicallyOptimised("S-1")).ThenStay("S-1").Optimised!.At.ShouldBe(Now.AddDays(5));
    }

    [Fact]
    public void GivenNotOptimised_WhenWithdraw_ThenRefused() => Ward()
        .When(new WithdrawMedicallyOptimised("S-1", "fever"))
        .ThenRefused(RefusalCode.NotInThatState);

    [Fact]
    public void GivenOptimised_WhenWithdrawWithoutReason_ThenRefused() => Ward().And(new DeclareMedicallyOptimised("S-1"))
        .When(new WithdrawMedicallyOptimised("S-1", ""))
        .ThenRefused(RefusalCode.Invalid, "reason");

    [Fact]
    public void GivenStay_WhenOptimisedBeforeAdmissionOrAhead_ThenRefused()
    {
        Ward().When(new DeclareMedicallyOptimised("S-1", Now.AddDays(-2).AddTicks(-1))).ThenRefused(RefusalCode.Invalid, "at");
        Ward().When(new DeclareMedicallyOptimised("S-1", Now.AddMinutes(6))).ThenRefused(RefusalCode.Invalid, "at");
    }

    [Fact]
    public void GivenStay_WhenDischarge_ThenGoneAndTheBedIsFree()
    {
        var after = Ward().When(new DischargeStay("S-1", Destination.UsualResidence, Now.AddHours(-1)))
            .ThenHappened(new StayDischarged("S-1", Inpatient, Destination.UsualResidence, Now.AddHours(-1)))
            .ThenAvailable(Inpatient, 3);
        after.Site.Stays.All.ShouldBeEmpty();
    }

    [Fact]
    public void GivenDischarged_WhenAdmittedAgain_ThenANewStay() => Ward().And(new DeclareMedicallyOptimised("S-1"))
        .And(new DischargeStay("S-1", Destination.CareHome)).After(TimeSpan.FromDays(1))
        .When(new AdmitStay("S-1", "1"))
        .ThenStay("S-1").ShouldBe(new Stay("S-1", "1", Inpatient, AgeBand.NotKnown, Now.AddDays(1), Now.AddDays(1)));

    [Fact]
    public void GivenStay_WhenDischargeBeforeAdmissionOrAhead_ThenRefused()
    {
        Ward().When(new DischargeStay("S-1", Destination.Died, Now.AddDays(-2).AddTicks(-1))).ThenRefused(RefusalCode.Invalid, "at");
        Ward().When(new DischargeStay("S-1", Destination.Died, Now.AddMinutes(6))).ThenRefused(RefusalCode.Invalid, "at");
    }

    private static GivenSite Ward() => GivenSite.Ward().Declared(Inpatient, 3).And(new AdmitStay("S-1", "1", AdmittedAt: Now.AddDays(-2)));
}
