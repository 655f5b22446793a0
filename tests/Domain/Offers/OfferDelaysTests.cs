using CapacityBoard.Assessments;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using static CapacityBoard.Offers.GivenOffers;

namespace CapacityBoard.Offers;

/// <summary>The reason "patient or family choice" opens while a medically optimised person waits for their own answer, and ends with it.</summary>
public sealed class OfferDelaysTests
{
    private static readonly DateOnly Today = LocalDay.Of(GivenSite.Start);

    [Fact]
    public void GivenMedicallyOptimised_WhenOffered_ThenChoiceDelaysThem() => Optimised().When(Offer(Oak), "oak").ThenHappened(
        new PlaceOffered("S-1", "oak", Oak, Beds.BedType.GeneralNursing), Choice(Today));

    [Fact]
    public void GivenNotMedicallyOptimised_WhenOffered_ThenChoiceDelaysThemFromWhenTheyAre()
    {
        var given = Offered().After(TimeSpan.FromDays(3));
        given.When(new DeclareMedicallyOptimised("S-1", GivenSite.Start.AddDays(-1))).ThenHappened(new MedicallyOptimisedDeclared("S-1", GivenSite.Start.AddDays(-1)), Choice(Today));
        Offered().After(TimeSpan.FromDays(3)).When(new DeclareMedicallyOptimised("S-1")).ThenStay("S-1").Delays.ShouldHaveSingleItem().Since.ShouldBe(Today.AddDays(3));
        Offered().And(Accept("oak")).When(new DeclareMedicallyOptimised("S-1")).ThenStay("S-1").Delays.ShouldBeEmpty();
    }

    [Fact]
    public void GivenChoiceDelays_WhenAcceptedOrWithdrawn_ThenItEnds()
    {
        Optimised().And(Offer(Oak), "oak").When(Accept("oak")).ThenHappened(new OfferAnswered("S-1", "oak", FamilyAnswer.Accepted), new DelayEnded("S-1", DelayReason.Choice));
        Optimised().And(Offer(Oak), "oak").When(Withdraw("oak")).ThenHappened(
            new OfferWithdrawn("S-1", "oak", WithdrawalReason.PlaceNoLongerFree), new DelayEnded("S-1", DelayReason.Choice));
    }

    [Fact]
    public void GivenChoiceDelays_WhenDeclinedOrAnotherIsOffered_ThenItContinues()
    {
        var given = Optimised().And(Offer(Oak), "oak").And(Decline("oak")).And(Offer(Elm), "elm").And(Withdraw("oak"));
        given.Site.Stays.Find("S-1")!.Delays.ShouldHaveSingleItem().Reason.ShouldBe(DelayReason.Choice);
    }

    [Fact]
    public void GivenAccepted_WhenTheyChangeTheirMind_ThenChoiceDelaysThemAgain() => Optimised().And(Offer(Oak), "oak").And(Accept("oak")).After(TimeSpan.FromDays(2))
        .When(Decline("oak")).ThenHappened(new OfferAnswered("S-1", "oak", FamilyAnswer.Declined, DeclineReason.TooFar), Choice(Today.AddDays(2)));

    [Fact]
    public void GivenChoiceThatSomebodyRecorded_WhenAccepted_ThenItStaysUntilSomebodyEndsIt()
    {
        var given = Optimised().And(new RecordDelay("S-1", DelayReason.Choice)).And(Offer(Oak), "oak");
        given.When(Accept("oak")).ThenHappened(new OfferAnswered("S-1", "oak", FamilyAnswer.Accepted));
    }

    [Fact]
    public void GivenAnAssessmentsReason_WhenAPlaceIsOffered_ThenEachEndsWithItsOwnCause()
    {
        var given = Optimised().And(new RequestAssessment("S-1", AssessmentKind.SocialWork), "asked").And(Offer(Oak), "oak");
        given.And(Accept("oak")).Site.Stays.Find("S-1")!.Delays.ShouldHaveSingleItem().Reason.ShouldBe(DelayReason.NeedsAndPathway);
    }

    private static DelayRecorded Choice(DateOnly since) => new("S-1", DelayReason.Choice, DelayOwner.Both, since, IsPrimary: true, Offer: "oak");
}
