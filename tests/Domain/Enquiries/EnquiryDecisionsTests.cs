using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Enquiries;

public sealed class EnquiryDecisionsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    private static readonly DateOnly Today = LocalDay.Of(Now);

    private static readonly SiteKey Ward = GivenSite.KeyOf(SiteKind.Ward);

    private static readonly SiteKey OtherWard = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");

    private static readonly SiteKey OtherHospital = SiteKey.OfWard("stockport", "wythenshawe", "f1");

    [Fact]
    public void GivenFullHome_WhenAsked_ThenItIsAskedAndNoBedIsHeld() => Home(10)
        .When(new MakeEnquiry(GeneralNursing, "S-1", Ward, ReadyOn: Today.AddDays(3)), "e-1")
        .ThenHappened(new EnquiryMade("e-1", GeneralNursing, "S-1", Ward, Now.AddHours(24), ReadyOn: Today.AddDays(3)))
        .Capacity.Holds.ShouldBeEmpty();

    [Fact]
    public void GivenAnything_WhenAskedWrongly_ThenRefusedAtTheField()
    {
        var given = Home(9);
        given.When(new MakeEnquiry(GeneralNursing, "Mary Smith", Ward)).ThenRefused(RefusalCode.Invalid, "stay");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward, new([]))).ThenRefused(RefusalCode.Invalid, "needs.types");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward, Telephone: "ask Mary")).ThenRefused(RefusalCode.Invalid, "telephone");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward, Note: "two\nlines")).ThenRefused(RefusalCode.Invalid, "note");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward, AnswerBy: Now)).ThenRefused(RefusalCode.Invalid, "answerBy");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward, AnswerBy: Now.AddDays(15))).ThenRefused(RefusalCode.Invalid, "answerBy");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward, ReadyOn: Today.AddDays(-1))).ThenRefused(RefusalCode.Invalid, "readyOn");
        given.When(new MakeEnquiry(DementiaNursing, "S-1", Ward)).ThenRefused(RefusalCode.UnknownBedLine, "type");
        given.And(new SuspendPlacements("Infection")).When(new MakeEnquiry(GeneralNursing, "S-1", Ward)).ThenRefused(RefusalCode.Suspended);
        GivenSite.Ward().Declared(Inpatient, 10).When(new MakeEnquiry(Inpatient, "S-1", OtherWard)).ThenRefused(RefusalCode.NotForThisKind);
    }

    [Fact]
    public void GivenEnquiry_WhenAskedAgain_ThenRefusedForThatPersonOfThatHospitalOnly()
    {
        Asked().When(new MakeEnquiry(GeneralNursing, "s-1", OtherWard)).ThenRefused(RefusalCode.AlreadyAsked, "stay");
        Asked().When(new MakeEnquiry(GeneralNursing, "S-1", OtherHospital)).Site.Enquiries.Open.Length.ShouldBe(2);
    }

    [Fact]
    public void GivenEnquiry_WhenThePlaceDoesAnything_ThenItHasSeenItFromTheFirstTimeOn()
    {
        var given = Asked().And(new QuestionEnquiry("e-1", "Which hoist?"), by: "Fernlea").After(TimeSpan.FromHours(1)).And(new PlanEnquiryAssessment("e-1", Now.AddHours(5)), by: "Hana");
        var enquiry = given.Site.Enquiries.Open.ShouldHaveSingleItem();
        (enquiry.Seen, enquiry.WaitsForReply, enquiry.Assessment!.At).ShouldBe((new(Now, "Fernlea"), true, Now.AddHours(5)));
        given.When(new AcknowledgeEnquiry("e-1")).ThenNothingHappened();
    }

    [Fact]
    public void GivenQuestion_WhenRepliedTo_ThenBothAreKnownAndThereIsNothingMoreToReplyTo()
    {
        var given = Asked().And(new QuestionEnquiry("e-1", "Which hoist?")).And(new ReplyToEnquiry("e-1", "A standing one"), by: "Beth");
        var question = given.Site.Enquiries.Open[0].Question!;
        (question.Text, question.Reply, question.Replied!.By).ShouldBe(("Which hoist?", "A standing one", "Beth"));
        given.When(new ReplyToEnquiry("e-1", "Again")).ThenRefused(RefusalCode.NotInThatState, "enquiry");
    }

    [Fact]
    public void GivenFreeBed_WhenThePlaceCanTakeThem_ThenItIsAYesAndNoBedIsHeld()
    {
        var given = Asked().And(new AnswerEnquiry("e-1", PlaceAnswer.Now, Note: "Ring first"), by: "Fernlea");
        given.Site.Enquiries.Open[0].Answer.ShouldBe(new(PlaceAnswer.Now, null, "Ring first", new(Now, "Fernlea")));
        given.Capacity.Available(given.Capacity.Line(GeneralNursing)!, Now).ShouldBe(1);
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.Now, Note: "Ring first")).ThenNothingHappened();
    }

    [Fact]
    public void GivenNoFreeBed_WhenThePlaceCanTakeThemNow_ThenRefusedAndItMaySayFromWhen()
    {
        var given = Asked(occupied: 10);
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.Now)).ThenRefused(RefusalCode.NoVacancy);
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.FromDate, Today.AddDays(2))).Site.Enquiries.Open[0].IsYes.ShouldBeTrue();
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.WhenFree)).Site.Enquiries.Open[0].IsYes.ShouldBeTrue();
    }

    [Fact]
    public void GivenAnswersThatSayTooMuchOrTooLittle_ThenRefusedAtTheField()
    {
        var given = Asked();
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.FromDate)).ThenRefused(RefusalCode.Invalid, "from");
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.FromDate, Today.AddDays(-1))).ThenRefused(RefusalCode.Invalid, "from");
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.Now, Today)).ThenRefused(RefusalCode.Invalid, "from");
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.No)).ThenRefused(RefusalCode.Invalid, "reason");
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.No, Reason: NoReason.Other, Note: " ")).ThenRefused(RefusalCode.Invalid, "note");
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.WhenFree, Reason: NoReason.NoBed)).ThenRefused(RefusalCode.Invalid, "reason");
        given.When(new AnswerEnquiry("e-2", PlaceAnswer.WhenFree)).ThenRefused(RefusalCode.UnknownEnquiry, "enquiry");
    }

    [Fact]
    public void GivenEnquiry_WhenThePlaceCannotTakeThem_ThenItHasEndedWithWhyAndMayBeAskedAgain()
    {
        var given = Asked().And(new AnswerEnquiry("e-1", PlaceAnswer.No, Reason: NoReason.Staffing), by: "Fernlea");
        var ended = given.Site.Enquiries.Ended.ShouldHaveSingleItem();
        (ended.Ending, ended.Because, ended.Ended.By, ended.Enquiry.Seen!.By).ShouldBe((EnquiryEnding.Declined, NoReason.Staffing, "Fernlea", "Fernlea"));
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.WhenFree)).ThenRefused(RefusalCode.UnknownEnquiry, "enquiry").Decision.Refusal!.Message.ShouldContain("ended");
        given.When(new MakeEnquiry(GeneralNursing, "S-1", Ward)).Site.Enquiries.Open.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenEnquiry_WhenPlacementsAreSuspended_ThenOnlyANoIsPossible()
    {
        var given = Asked().And(new SuspendPlacements("Infection"));
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.Now)).ThenRefused(RefusalCode.Suspended);
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.WhenFree)).ThenRefused(RefusalCode.Suspended);
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.No, Reason: NoReason.Infection)).Site.Enquiries.Open.ShouldBeEmpty();
    }

    [Fact]
    public void GivenYes_WhenABedIsHeldForThem_ThenTheHoldIsAcceptedByThePlaceAndTheEnquiryHasEnded()
    {
        var given = Asked().And(new AnswerEnquiry("e-1", PlaceAnswer.Now), by: "Fernlea").After(TimeSpan.FromHours(1)).And(new PlaceHold(GeneralNursing, "S-1", From: OtherWard), by: "Callum");
        var hold = given.Capacity.Holds.ShouldHaveSingleItem();
        (hold.Placed.By, hold.Answer!.IsAccepted, hold.Answer.Answered).ShouldBe(("Callum", true, new(Now, "Fernlea")));
        given.Site.Enquiries.Ended.ShouldHaveSingleItem().Ending.ShouldBe(EnquiryEnding.Held);
    }

    [Fact]
    public void GivenNoAnswerOrAYesForALaterDay_WhenABedIsHeld_ThenThePlaceStillHasToAccept()
    {
        Asked().And(new PlaceHold(GeneralNursing, "S-1", From: Ward)).Capacity.Holds[0].Answer.ShouldBeNull();
        Asked().And(new AnswerEnquiry("e-1", PlaceAnswer.FromDate, Today.AddDays(2))).And(new PlaceHold(GeneralNursing, "S-1", From: Ward)).Capacity.Holds[0].Answer.ShouldBeNull();
        Asked().And(new AnswerEnquiry("e-1", PlaceAnswer.Now)).And(new PlaceHold(GeneralNursing, "S-1", From: OtherHospital)).Capacity.Holds[0].Answer.ShouldBeNull();
    }

    [Fact]
    public void GivenSeveralYes_ThenUrgentOnesComeFirstAndThenWhoWasAskedAboutFirst()
    {
        var given = Home(10);
        foreach (var (stay, isUrgent) in new[] { ("S-1", false), ("S-2", false), ("S-3", true), ("S-4", false) })
        {
            given.After(TimeSpan.FromMinutes(1)).And(new MakeEnquiry(GeneralNursing, stay, Ward, IsUrgent: isUrgent), stay);
        }

        foreach (var stay in new[] { "S-4", "S-3", "S-1" })
        {
            given.And(new AnswerEnquiry(stay, PlaceAnswer.WhenFree));
        }

        var enquiries = given.Site.Enquiries;
        enquiries.Open.Select(enquiry => (enquiry.Stay, enquiries.PositionOf(enquiry))).ShouldBe([("S-1", 2), ("S-2", null), ("S-3", 1), ("S-4", 3)]);
    }

    [Fact]
    public void GivenOpenEnquiries_WhenThePlaceCloses_ThenTheyEndWithIt()
    {
        var given = Asked().And(new CloseSite("Sold"));
        var ended = given.Site.Enquiries.Ended.ShouldHaveSingleItem();
        (ended.Ending, ended.Note).ShouldBe((EnquiryEnding.PlaceClosed, "Sold"));
        given.When(new AnswerEnquiry("e-1", PlaceAnswer.WhenFree)).ThenRefused(RefusalCode.SiteClosed);
    }

    [Fact]
    public void GivenWithdrawn_WhenAWeekHasPassed_ThenItIsNoLongerShown()
    {
        var given = Asked().And(new WithdrawEnquiry("e-1", "Went home"));
        given.Site.Enquiries.RecentlyEnded(Now.AddDays(7)).ShouldHaveSingleItem().Note.ShouldBe("Went home");
        given.Site.Enquiries.RecentlyEnded(Now.AddDays(7).AddTicks(1)).ShouldBeEmpty();
    }

    [Fact]
    public void GivenAgreementWithTrustedAssessors_ThenItIsRecordedUntilItEnds()
    {
        var given = Home(9).And(new AgreeTrustedAssessment("Hospital team"), by: "Fernlea");
        given.Site.Enquiries.TrustedAssessors.ShouldBe(new("Hospital team", new(Now, "Fernlea")));
        given.When(new AgreeTrustedAssessment("Hospital team")).ThenNothingHappened();
        given.And(new EndTrustedAssessment("Staff changed")).Site.Enquiries.TrustedAssessors.ShouldBeNull();
        given.When(new EndTrustedAssessment("Again")).ThenRefused(RefusalCode.NotInThatState);
    }

    [Fact]
    public void GivenDayOfAsking_ThenLastMinuteOnlyIfThePersonWasReadyThen()
    {
        Home(9).And(new MakeEnquiry(GeneralNursing, "S-1", Ward, ReadyOn: Today)).Site.Enquiries.Open[0].IsLastMinute.ShouldBeTrue();
        Home(9).And(new MakeEnquiry(GeneralNursing, "S-1", Ward, ReadyOn: Today.AddDays(1))).Site.Enquiries.Open[0].IsLastMinute.ShouldBeFalse();
        Home(9).And(new MakeEnquiry(GeneralNursing, "S-1", Ward)).Site.Enquiries.Open[0].IsLastMinute.ShouldBeFalse();
    }

    private static GivenSite Home(int occupied) => GivenSite.CareHome().Declared(GeneralNursing, 10, occupied);

    private static GivenSite Asked(int occupied = 9) => Home(occupied).And(new MakeEnquiry(GeneralNursing, "S-1", Ward), "e-1");
}
