using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.GrandRounds;

public sealed class ReviewDecisionsTests
{
    private static readonly DateOnly Friday = new(2026, 3, 6);

    [Fact]
    public void GivenStay_WhenReviewed_ThenTheOutcomeAndTheActionsAreRecordedInOneGo()
    {
        var stay = Ward()
            .When(new ReviewStay("S-1", ReviewOutcome.PlanOnTrack, "home on Friday", [new("book transport", "Ward clerk", Friday), new("ring the son", "Nurse in charge", Friday)]), "round-1")
            .ThenHappened(
                new StayReviewed("S-1", "round-1", ReviewOutcome.PlanOnTrack, "home on Friday"),
                new ActionAgreed("S-1", "round-1/1", "book transport", "Ward clerk", Friday),
                new ActionAgreed("S-1", "round-1/2", "ring the son", "Nurse in charge", Friday))
            .ThenStay("S-1");
        stay.Round!.Last!.Outcome.ShouldBe(ReviewOutcome.PlanOnTrack);
        stay.Round.Open.Length.ShouldBe(2);
    }

    [Fact]
    public void GivenReviewMeanwhile_WhenReviewedWithoutHavingSeenIt_ThenRefusedWithWhoAndItStands()
    {
        var given = Ward();
        given.When(new ReviewStay("S-1", ReviewOutcome.Leaving), "round-1", "Dr Adams");
        given.When(new ReviewStay("S-1", ReviewOutcome.Escalated), "round-2").ThenRefused(RefusalCode.ChangedMeanwhile, "seen").Decision.Refusal!.Message.ShouldContain("Dr Adams");
        given.When(new ReviewStay("S-1", ReviewOutcome.Escalated, Seen: "round-1"), "round-2").ThenStay("S-1").Round!.Last!.Id.ShouldBe("round-2");
    }

    [Fact]
    public void GivenActions_WhenReviewedAgain_ThenTheyAreCarriedOver()
    {
        var given = OneAction().After(TimeSpan.FromDays(7));
        var round = given.When(new ReviewStay("S-1", ReviewOutcome.PlanChanged, Actions: [new("ask again", "Social care", Friday.AddDays(7))], Seen: "round-1"), "round-2").ThenStay("S-1").Round!;
        round.Open.Select(open => open.Id).ShouldBe(["round-1/1", "round-2/1"]);
        round.Open[0].IsOverdue(given.Now).ShouldBeTrue();
        round.Open[1].IsOverdue(given.Now).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "Ward clerk", 0, "actions.what")]
    [InlineData("book transport", " ", 0, "actions.owner")]
    [InlineData("book transport", "Ward clerk", -5, "actions.due")]
    [InlineData("book transport", "Ward clerk", 400, "actions.due")]
    public void GivenActionThatCannotBe_WhenReviewed_ThenNothingIsRecorded(string what, string owner, int days, string field) => Ward()
        .When(new ReviewStay("S-1", ReviewOutcome.Leaving, Actions: [new("ring the son", "Nurse", Friday), new(what, owner, Friday.AddDays(days))]))
        .ThenRefused(RefusalCode.Invalid, field);

    [Fact]
    public void GivenTooManyActions_WhenReviewed_ThenRefused() => Ward()
        .When(new ReviewStay("S-1", ReviewOutcome.Leaving, Actions: [.. Enumerable.Repeat(new NewAction("ring", "Nurse", Friday), 11)]))
        .ThenRefused(RefusalCode.Invalid, "actions");

    [Fact]
    public void GivenManyOpenActions_WhenMoreAreAgreed_ThenRefusedAtThirty()
    {
        var given = Ward();
        for (var round = 0; round < 30; round++)
        {
            given = given.And(new AgreeAction("S-1", "ring", "Nurse", Friday));
        }

        given.When(new AgreeAction("S-1", "ring", "Nurse", Friday)).ThenRefused(RefusalCode.Invalid, "actions");
    }

    [Fact]
    public void GivenAction_WhenDoneOrDropped_ThenItIsNoLongerOpenAndCannotEndTwice()
    {
        var done = OneAction().When(new CompleteAction("S-1", "round-1/1", "booked")).ThenHappened(new ActionCompleted("S-1", "round-1/1", "booked")).And;
        done.When(new CompleteAction("S-1", "round-1/1")).ThenRefused(RefusalCode.UnknownAction, "action");
        OneAction().When(new DropAction("S-1", "round-1/1", "goes by car")).ThenStay("S-1").Round!.Open.ShouldBeEmpty();
        OneAction().When(new DropAction("S-1", "round-1/1", "")).ThenRefused(RefusalCode.Invalid, "reason");
    }

    [Fact]
    public void GivenAction_WhenGivenToAnotherOrAnotherDay_ThenChangedAndNotBackIntoThePast()
    {
        OneAction().When(new ChangeAction("S-1", "round-1/1", "Therapy", Friday)).ThenStay("S-1").Round!.Open[0].Owner.ShouldBe("Therapy");
        OneAction().When(new ChangeAction("S-1", "round-1/1", "Ward clerk", Friday)).ThenNothingHappened();
        OneAction().When(new ChangeAction("S-1", "round-1/1", "", Friday)).ThenRefused(RefusalCode.Invalid, "owner");
        OneAction().After(TimeSpan.FromDays(9)).When(new ChangeAction("S-1", "round-1/1", "Therapy", Friday.AddDays(1))).ThenRefused(RefusalCode.Invalid, "due");
        OneAction().After(TimeSpan.FromDays(9)).When(new ChangeAction("S-1", "round-1/1", "Therapy", Friday)).ThenStay("S-1").Round!.Open[0].Owner.ShouldBe("Therapy", "an overdue action may change hands");
    }

    [Fact]
    public void GivenPersonLeft_WhenReviewed_ThenRefusedWithWhenTheyLeft() =>
        Ward().And(new DischargeStay("S-1", Destination.UsualResidence)).When(new ReviewStay("S-1", ReviewOutcome.Leaving))
            .ThenRefused(RefusalCode.UnknownStay, "stay").Decision.Refusal!.Message.ShouldContain("left");

    private static GivenSite OneAction() =>
        Ward().And(new ReviewStay("S-1", ReviewOutcome.PlanOnTrack, Actions: [new("book transport", "Ward clerk", Friday)]), "round-1");

    private static GivenSite Ward() =>
        GivenSite.Ward().Declared(BedType.Inpatient, 2).And(new AdmitStay("S-1", "1", AdmittedAt: GivenSite.Start.AddDays(-9)));
}
