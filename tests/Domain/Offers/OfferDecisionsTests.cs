using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using static CapacityBoard.Offers.GivenOffers;

namespace CapacityBoard.Offers;

public sealed class OfferDecisionsTests
{
    private static readonly DateOnly Today = LocalDay.Of(GivenSite.Start);

    [Fact]
    public void GivenStay_WhenOffered_ThenTheOfferStandsWithThePlacesOwnFees()
    {
        var fees = new StatedFees(new(950), new(GivenSite.Start.AddDays(-3), "Oak House"));
        var offer = Ward().When(Offer(Oak, isInterim: true) with { Fees = fees }, "oak", "Beth Hughes").ThenStay("S-1").Offers.ShouldHaveSingleItem();
        offer.ShouldBe(new Offer("oak", Oak, BedType.GeneralNursing, true, fees, new(GivenSite.Start, "Beth Hughes")));
        (offer.Stands, offer.WaitsForAnswer, offer.IsAccepted, offer.IsSuitable).ShouldBe((true, true, false, true));
    }

    [Fact]
    public void GivenStay_WhenTheOfferIsNotOfAPlaceToGoTo_ThenRefused()
    {
        Ward().When(Offer(GivenSite.KeyOf(SiteKind.Ward))).ThenRefused(RefusalCode.Invalid, "place");
        Ward().When(Offer(SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2"))).ThenRefused(RefusalCode.Invalid, "place");
        Ward().When(Offer(Oak) with { Type = BedType.Inpatient }).ThenRefused(RefusalCode.Invalid, "place");
    }

    [Fact]
    public void GivenOpenOffer_WhenAnotherPlaceIsOffered_ThenBothStand()
    {
        var given = Offered().And(Offer(Elm), "elm");
        given.Places().All.Select(offer => offer.Place).ShouldBe([Oak, Elm]);
        given.Places().FirstSuitable!.Id.ShouldBe("oak");
    }

    [Fact]
    public void GivenOpenOffer_WhenTheSamePlaceIsOffered_ThenRefusedUntilItIsDeclinedOrWithdrawn()
    {
        Offered().When(Offer(Oak)).ThenRefused(RefusalCode.NotInThatState, "place").Decision.Refusal!.Message.ShouldContain("Beth Hughes");
        Offered().And(Accept("oak")).When(Offer(Oak)).ThenRefused(RefusalCode.NotInThatState, "place");
        Offered().And(Decline("oak")).When(Offer(Oak)).ThenStay("S-1").Offers.Length.ShouldBe(2);
        Offered().And(Withdraw("oak")).When(Offer(Oak)).ThenStay("S-1").Offers.Length.ShouldBe(2);
    }

    [Fact]
    public void GivenOffer_WhenItsOperationIdIsUsedForAnotherOffer_ThenRefused() => Offered().When(Offer(Elm), "oak").ThenRefused(RefusalCode.OperationReused);

    [Fact]
    public void GivenManyOffers_WhenOneMore_ThenRefusedSoThatAStayStaysSmall()
    {
        var given = Ward();
        for (var number = 0; number < OfferedPlaces.Most; number++)
        {
            given.And(Offer(SiteKey.Of("stockport", $"home-{number}")));
        }

        given.When(Offer(Oak)).ThenRefused(RefusalCode.NotInThatState);
    }

    [Fact]
    public void GivenOffer_WhenAnswered_ThenTheAnswerStandsAndALaterOneReplacesIt()
    {
        var given = Offered().And(new AnswerOffer("S-1", "oak", FamilyAnswer.WantsToSeeFirst, Note: "With their daughter", SeeOn: Today.AddDays(1)), by: "Beth Hughes");
        given.Places().All[0].Answer.ShouldBe(new OfferAnswer(FamilyAnswer.WantsToSeeFirst, null, "With their daughter", Today.AddDays(1), new(GivenSite.Start, "Beth Hughes")));
        given.Places().WaitsOn.ShouldBe(WaitsOn.Choice);
        given.And(Accept("oak")).Places().WaitsOn.ShouldBe(WaitsOn.Place);
        given.When(Accept("oak")).ThenNothingHappened();
        given.And(Decline("oak", DeclineReason.Fees)).Places().WaitsOn.ShouldBe(WaitsOn.Choice);
        given.And(Accept("oak")).Places().All[0].IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void GivenOffer_WhenTheAnswerDoesNotFitTogether_ThenRefusedByTheField()
    {
        Refused(new("S-1", "oak", FamilyAnswer.Declined), "reason");
        Refused(new("S-1", "oak", FamilyAnswer.Declined, DeclineReason.Other, " "), "note");
        Refused(new("S-1", "oak", FamilyAnswer.Accepted, DeclineReason.TooFar), "reason");
        Refused(new("S-1", "oak", FamilyAnswer.Accepted, SeeOn: Today.AddDays(1)), "seeOn");
        Refused(new("S-1", "oak", FamilyAnswer.WantsToSeeFirst, SeeOn: Today.AddDays(-1)), "seeOn");
        Refused(new("S-1", "oak", FamilyAnswer.Accepted, Note: new('x', 501)), "note");

        static void Refused(AnswerOffer answer, string field) => Offered().When(answer).ThenRefused(RefusalCode.Invalid, field);
    }

    [Fact]
    public void GivenAcceptedPlace_WhenAnotherIsAccepted_ThenTheFirstIsWithdrawnByItself() => Offered().And(Accept("oak")).And(Offer(Elm), "elm").When(Accept("elm")).ThenHappened(
        new OfferAnswered("S-1", "elm", FamilyAnswer.Accepted), new OfferWithdrawn("S-1", "oak", WithdrawalReason.AnotherAccepted));

    [Fact]
    public void GivenAcceptedPlace_WhenAnInterimPlaceIsAcceptedToo_ThenBothStand()
    {
        var given = Offered().And(Accept("oak")).And(Offer(Elm, isInterim: true), "elm");
        given.When(Accept("elm")).ThenHappened(new OfferAnswered("S-1", "elm", FamilyAnswer.Accepted));
        given.Places().All.Count(offer => offer.IsAccepted).ShouldBe(2);
    }

    [Fact]
    public void GivenWithdrawnOffer_WhenAnsweredOrWithdrawn_ThenRefusedWithWhoWithdrewItAndWhy()
    {
        var given = Offered().And(Withdraw("oak", WithdrawalReason.PlaceDeclined), by: "Transfer team");
        var message = given.When(Accept("oak")).ThenRefused(RefusalCode.UnknownOffer, "offer").Decision.Refusal!.Message;
        message.ShouldContain("Transfer team");
        message.ShouldContain("place-declined");
        given.When(Withdraw("oak")).ThenRefused(RefusalCode.UnknownOffer, "offer");
        given.When(Accept("none")).ThenRefused(RefusalCode.UnknownOffer, "offer");
    }

    [Fact]
    public void GivenOffer_WhenSomebodyWithdrawsItAsSuperseded_ThenRefusedBecauseOnlyAnAcceptanceDoesThat() =>
        Offered().When(Withdraw("oak", WithdrawalReason.AnotherAccepted)).ThenRefused(RefusalCode.Invalid, "reason");

    [Fact]
    public void GivenOffers_WhenTheFirstIsWithdrawn_ThenDaysCountFromTheFirstThatSuits()
    {
        var given = Offered().After(TimeSpan.FromDays(1)).And(Offer(Elm), "elm");
        given.And(Withdraw("oak", WithdrawalReason.PlaceNoLongerFree)).Places().FirstSuitable!.Id.ShouldBe("oak");
        var other = Offered().After(TimeSpan.FromDays(1)).And(Offer(Elm), "elm");
        other.And(Withdraw("oak", WithdrawalReason.NotSuitable)).Places().FirstSuitable!.Id.ShouldBe("elm");
        other.And(Withdraw("elm", WithdrawalReason.Mistake)).Places().FirstSuitable.ShouldBeNull();
    }

    [Fact]
    public void GivenOffers_ThenThePersonWaitsForCapacityThenChoiceThenThePlace()
    {
        Ward().Site.Stays.Find("S-1")!.WaitsOn.ShouldBe(WaitsOn.Capacity);
        Offered().Places().WaitsOn.ShouldBe(WaitsOn.Choice);
        Offered().And(Decline("oak")).Places().WaitsOn.ShouldBe(WaitsOn.Choice);
        Offered().And(Accept("oak")).Places().WaitsOn.ShouldBe(WaitsOn.Place);
        Offered().And(Accept("oak")).And(Withdraw("oak")).Places().WaitsOn.ShouldBe(WaitsOn.Capacity);
    }

    [Fact]
    public void GivenOffers_WhenThePersonMovesToAnotherWard_ThenTheyGoWithThem()
    {
        var given = Offered();
        var other = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");
        given.And(new BeginTransfer("S-1", other, "4")).When(Accept("oak")).ThenRefused(RefusalCode.NotInThatState, "stay");
        var arrived = GivenSite.Ward().Declared(BedType.Inpatient, 3).And(new AcceptTransfer(given.Site.Stays.Find("S-1")!, other));
        arrived.And(Accept("oak")).Places().All.ShouldHaveSingleItem().IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void GivenOffers_WhenThePersonLeaves_ThenTheyEndWithTheStayAndComeBackIfTheyNeverLeft()
    {
        var left = Offered().And(new DischargeStay("S-1", Destination.CareHome));
        left.When(Accept("oak")).ThenRefused(RefusalCode.UnknownStay, "stay");
        left.When(new CancelDischarge("S-1", "wrong person")).ThenStay("S-1").Offers.ShouldHaveSingleItem();
    }
}
