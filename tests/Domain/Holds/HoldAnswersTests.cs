using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Holds;

public sealed class HoldAnswersTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    private static readonly SiteKey Ward = GivenSite.KeyOf(SiteKind.Ward);

    [Fact]
    public void GivenHoldForAWardsPerson_ThenItKnowsWhoToAskAndWhatIsNeeded()
    {
        var needs = new Needs([GeneralNursing], Mobility: Mobility.Hoist);
        var hold = GivenSite.CareHome().Declared(GeneralNursing, 10, 9)
            .When(new PlaceHold(GeneralNursing, "S-1", From: Ward, Needs: needs, Telephone: "0161 496 0000"), "hold-1")
            .Capacity.Holds.ShouldHaveSingleItem();
        (hold.From, hold.Needs, hold.Telephone, hold.Answer).ShouldBe((Ward, needs, "0161 496 0000", null));
    }

    [Fact]
    public void GivenWrongWords_WhenHeldForAWardsPerson_ThenRefused()
    {
        var given = GivenSite.CareHome().Declared(GeneralNursing, 10, 9);
        given.When(new PlaceHold(GeneralNursing, Note: "anyone", From: Ward)).ThenRefused(RefusalCode.Invalid, "stay");
        given.When(new PlaceHold(GeneralNursing, "S-1", Needs: new([]))).ThenRefused(RefusalCode.Invalid, "needs.types");
        given.When(new PlaceHold(GeneralNursing, "S-1", Telephone: "ask for Mary")).ThenRefused(RefusalCode.Invalid, "telephone");
    }

    [Fact]
    public void GivenHold_WhenAccepted_ThenSaidByWhomAndTheBedIsStillHeld()
    {
        var then = Held().When(new AcceptHold("hold-1"), by: "Fernlea").ThenHappened(new HoldAccepted("hold-1")).ThenAvailable(GeneralNursing, 0);
        then.Capacity.Holds[0].Answer.ShouldBe(new(null, null, new(Now, "Fernlea")));
        then.And.When(new AcceptHold("hold-1")).ThenNothingHappened();
    }

    [Fact]
    public void GivenHold_WhenAssessedFirst_ThenWhenIsKnownAndItMayBeAcceptedLater()
    {
        var given = Held().When(new PlanAssessment("hold-1", Now.AddHours(4), "by video")).ThenHappened(new AssessmentPlanned("hold-1", Now.AddHours(4), "by video")).And;
        given.Capacity.Holds[0].Answer!.IsAccepted.ShouldBeFalse();
        given.When(new AcceptHold("hold-1")).Capacity.Holds[0].Answer!.IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void GivenHold_WhenAssessedTooLateOrInThePast_ThenRefused(int hours) =>
        Held().When(new PlanAssessment("hold-1", Now.AddHours(hours))).ThenRefused(RefusalCode.Invalid, "at");

    [Fact]
    public void GivenHold_WhenDeclined_ThenTheBedIsFreeAndWhyIsKnownForAWeek()
    {
        var given = Held().When(new DeclineHold("hold-1", "Staffing"), by: "Fernlea").ThenHappened(new HoldDeclined("hold-1", "Staffing")).ThenAvailable(GeneralNursing, 1).And;
        var ended = given.Capacity.Ended.ShouldHaveSingleItem();
        (ended.Hold.Id, ended.Ending, ended.Reason, ended.Ended.By).ShouldBe(("hold-1", HoldEnding.Declined, "Staffing", "Fernlea"));
        given.Capacity.RecentlyEnded(Now.AddDays(7)).ShouldBe([ended]);
        given.Capacity.RecentlyEnded(Now.AddDays(8)).ShouldBeEmpty();
        var later = given.After(TimeSpan.FromDays(8)).And(new PlaceHold(GeneralNursing, "S-2"), "hold-2").And(new ReleaseHold("hold-2", "not needed"));
        later.Capacity.Ended.ShouldHaveSingleItem().Hold.Id.ShouldBe("hold-2");
    }

    [Fact]
    public void GivenHold_WhenItsPersonComes_ThenItEndedByTheirAdmission() =>
        Held().When(new AdmitOnHold("hold-1")).Capacity.Ended.ShouldHaveSingleItem().Ending.ShouldBe(HoldEnding.Admitted);

    [Fact]
    public void GivenHoldAtAUnit_WhenItsPersonIsAdmitted_ThenItEndedByTheirAdmission() => GivenSite.IntermediateCareUnit().Declared(StepDown, 3)
        .And(new PlaceHold(StepDown, "S-1", From: Ward), "hold-1")
        .When(new AdmitStay("S-1", "1", StepDown))
        .Capacity.Ended.ShouldHaveSingleItem().Hold.From.ShouldBe(Ward);

    [Fact]
    public void GivenHoldThatRanOut_ThenItIsRememberedForAWeek()
    {
        var given = Held();
        given.Capacity.RecentlyExpired(Now.AddHours(23)).ShouldBeEmpty();
        given.Capacity.RecentlyExpired(Now.AddDays(8)).ShouldHaveSingleItem().Id.ShouldBe("hold-1");
        given.Capacity.RecentlyExpired(Now.AddDays(8).AddHours(1)).ShouldBeEmpty();
    }

    [Fact]
    public void GivenHoldThatRanOut_WhenAnswered_ThenRefusedAsEnded()
    {
        var given = Held().After(TimeSpan.FromHours(24));
        given.When(new AcceptHold("hold-1")).ThenRefused(RefusalCode.HoldEnded, "hold");
        given.When(new PlanAssessment("hold-1", given.Now.AddHours(1))).ThenRefused(RefusalCode.HoldEnded, "hold");
        given.When(new DeclineHold("hold-1", "Staffing")).ThenRefused(RefusalCode.HoldEnded, "hold");
    }

    [Fact]
    public void GivenNoSuchHold_WhenAnswered_ThenRefused()
    {
        Held().When(new AcceptHold("hold-9")).ThenRefused(RefusalCode.UnknownHold, "hold");
        Held().When(new DeclineHold("hold-1", " ")).ThenRefused(RefusalCode.Invalid, "reason");
    }

    private static GivenSite Held() =>
        GivenSite.CareHome().Declared(GeneralNursing, 10, 9).And(new PlaceHold(GeneralNursing, "S-1", From: Ward), "hold-1");
}
