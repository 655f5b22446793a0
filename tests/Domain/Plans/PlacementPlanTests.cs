using CapacityBoard.Beds;
using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Plans;

/// <summary>What decides who is placed where, and what is said of those who are not.</summary>
public sealed class PlacementPlanTests
{
    private const BedType Dementia = BedType.DementiaNursing;
    private static readonly Needs Nursing = new([GivenChoices.Type]);
    private static readonly Needs NearNursing = Nursing with { Near = "SK2" };

    [Fact]
    public void GivenOneBedForTwo_ThenTheLongestWaitHasItAndTheOtherIsToldWhoCompetes()
    {
        var plan = Given(nights: 2).Home("limes").Waits("W-2", Nursing, nights: 9).Plan();

        plan.Placed().ShouldBe([("W-2", "limes")]);
        var left = plan.LeftOut.ShouldHaveSingleItem().ShouldBeOfType<Outwaited>();
        (left.Person.Stay.Reference, left.Beds, left.People, left.ShortestNights).ShouldBe((GivenChoices.Person, 1, 2, 9));
        PlanWords.Why(left).ShouldBe("2 people compete for 1 bed. It is proposed for somebody who has waited 9 nights.");
    }

    [Fact]
    public void GivenSomebodyWhoFitsOnePlaceOnly_ThenTheOtherIsGivenTheirSecondBestSoThatBothArePlaced()
    {
        var plan = Given(NearNursing, nights: 15).Home("near", kilometres: 1).Home("far", kilometres: 9)
            .Waits("W-2", NearNursing with { WithinKilometres = 3 }, nights: 1).Plan();

        plan.Placed().ShouldBe([(GivenChoices.Person, "far"), ("W-2", "near")]);
        PlanWords.WhatChanges(plan.Proposals[0], plan.At).ShouldBe(["Better, but proposed for others: Near, 5.0 miles nearer.", "1 other place fits. Its beds are proposed for others."]);
        PlanWords.WhatChanges(plan.Proposals[1], plan.At).ShouldBe(["The only place that fits."]);
    }

    [Fact]
    public void GivenPreferredHomeFarAway_ThenItComesBeforeTheNearest()
    {
        var plan = Given(NearNursing with { Wished = [GivenChoices.Key("wished")] }).Home("near", kilometres: 1).Home("wished", kilometres: 9).Plan();

        plan.Placed().ShouldBe([(GivenChoices.Person, "wished")]);
        PlanWords.WhatChanges(plan.Proposals[0], plan.At).ShouldBe(["Next best: Near, not a preferred home, 5.0 miles nearer."]);
    }

    [Fact]
    public void GivenBestTypeFartherAway_ThenItComesBeforeTheNearest() =>
        Given(NearNursing with { Types = [Dementia, GivenChoices.Type] }).Home("second", kilometres: 1).Home("best", type: Dementia, kilometres: 9)
            .Plan().Placed().ShouldBe([(GivenChoices.Person, "best")]);

    [Fact]
    public void GivenPlacesEquallyNear_ThenTheBetterRatingDecides() =>
        Given(NearNursing).Home("a-poor", rating: CqcRating.Inadequate).Home("good").Plan().Placed().ShouldBe([(GivenChoices.Person, "good")]);

    [Fact]
    public void GivenBedFreeNowAndOneExpectedNearer_ThenTheOneThatIsFreeNow()
    {
        var plan = Given(NearNursing).Home("now", kilometres: 9).Home("soon", free: 0, kilometres: 1).Says("soon", Expect(2)).Plan();

        plan.Placed().ShouldBe([(GivenChoices.Person, "now")]);
        plan.ForNow.ShouldBe(1);
        plan.Proposals[0].Better.ShouldBeNull();
        plan.Proposals[0].Next!.ExpectedAt.ShouldBe(GivenBoard.Start.AddHours(2));
    }

    [Fact]
    public void GivenTwoBedsExpectedAtOnePlace_ThenTheLongestWaitHasTheEarlier()
    {
        var plan = Given(nights: 2).Home("soon", free: 0).Says("soon", Expect(5), Expect(2)).Waits("W-2", Nursing, nights: 9).Plan();

        plan.Proposals.Select(each => (each.Person.Stay.Reference, each.Bed.ExpectedAt)).ShouldBe([("W-2", GivenBoard.Start.AddHours(2)), (GivenChoices.Person, GivenBoard.Start.AddHours(5))]);
        plan.ForNow.ShouldBe(0);
    }

    [Fact]
    public void GivenNoBedThatFits_ThenTheCommonestReasonsAreNamed()
    {
        var plan = Given(NearNursing with { WithinKilometres = 5 })
            .Home("full", free: 0).StaleHome("stale").Home("far", kilometres: 9).Home("farther", kilometres: 12).Home("stopped").Says("stopped", new SuspendPlacements("Outbreak"))
            .Home("another-type", type: BedType.GeneralResidential).Plan();

        plan.Proposals.ShouldBeEmpty();
        PlanWords.Why(plan.LeftOut.ShouldHaveSingleItem()).ShouldBe("No free bed fits: 1 full, 2 too far, 1 suspended, 1 with stale figures.");
    }

    [Fact]
    public void GivenBedsHeld_ThenTheirPeopleAreArrangedUnansweredFirstAndGetNoOther()
    {
        var given = Given().Home("limes", free: 2).Home("oaks", free: 2).Waits("W-2", Nursing, nights: 9);
        given.Board.Says(GivenChoices.Key("limes"), new PlaceHold(GivenChoices.Type, "W-2", From: GivenChoices.From, Arrival: given.Now.AddHours(5)), "hold-2")
            .Says(GivenChoices.Key("limes"), new AcceptHold("hold-2"))
            .Says(GivenChoices.Key("oaks"), new PlaceHold(GivenChoices.Type, GivenChoices.Person, From: GivenChoices.From, Until: given.Now.AddHours(20)));
        var plan = given.Plan();

        plan.Proposals.ShouldBeEmpty();
        plan.LeftOut.ShouldBeEmpty();
        plan.Arranged.Select(each => PlanWords.NextStep(each, plan.At)).ShouldBe(["Oaks answers by tomorrow at 05:00", "A1 sends them: arrives today at 14:00"]);
    }

    [Fact]
    public void GivenNeedsThatAreNotRecorded_ThenLeftOutUnlessThePersonGoesHomeOnPathway0()
    {
        var given = Given().Home("limes").Waits("W-2", null, nights: 3).Waits("W-3", null, nights: 3);
        given.Board.Says(GivenChoices.From, new SetPathway("W-3", Pathway.P0)).Says(GivenChoices.From, new AdmitStay("W-4", "4", HomeLocality: "stockport"));
        var plan = given.Plan();

        plan.LeftOut.ShouldHaveSingleItem().ShouldBeOfType<WithoutNeeds>().Person.Stay.Reference.ShouldBe("W-2");
        plan.NeedNoPlace.ShouldBe(1);
        plan.Placed().ShouldBe([(GivenChoices.Person, "limes")]);
    }

    private static GivenChoices Given(Needs? needs = null, int nights = 1) => new GivenChoices(needs).Optimised(GivenChoices.Person, nights);

    private static ExpectVacancy Expect(int hours) => new(GivenChoices.Type, GivenBoard.Start.AddHours(hours), "Going home");
}
