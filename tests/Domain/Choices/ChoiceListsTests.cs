using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Choices;

/// <summary>Which places a choice list is made of, and in which group each stands.</summary>
public sealed class ChoiceListsTests
{
    [Fact]
    public void GivenPlacesFreeNowSoonAndFull_ThenEachIsInItsGroup()
    {
        var list = new GivenChoices()
            .Home("free")
            .Home("soon", free: 0).Says("soon", Expect(hours: 24))
            .Home("full", free: 0)
            .Make();

        list.FreeNow.Names().ShouldBe(["free"]);
        list.FreeSoon.Names().ShouldBe(["soon"]);
        list.FreeSoon.Only().Beds.ShouldHaveSingleItem().Expected.ShouldBe([GivenBoard.Start.AddHours(24)]);
        list.Full.Names().ShouldBe(["full"]);
        list.Excluded.ShouldBeEmpty();
    }

    [Fact]
    public void GivenVacancyExpectedInOverADay_ThenFull() => new GivenChoices()
        .Home("later", free: 0).Says("later", Expect(hours: 25))
        .Make().Full.Names().ShouldBe(["later"]);

    [Fact]
    public void GivenExpectedVacancyThatIsDue_ThenFullAndSaidSo()
    {
        var given = new GivenChoices().Home("due", free: 0).Says("due", Expect(hours: 1));
        given.Board.After(TimeSpan.FromHours(1));

        given.Make().Full.Only().Against.Texts().ShouldContain("A vacancy was expected by now and has not been confirmed");
    }

    [Fact]
    public void GivenLastBedHeldForAnotherAndSoonToRunOut_ThenFull()
    {
        var given = new GivenChoices().Home("held");

        given.Says("held", new PlaceHold(GivenChoices.Type, "B-2", Until: given.Now.AddHours(1)));

        given.Make().Full.Names().ShouldBe(["held"]);
    }

    [Fact]
    public void GivenPlaceWithTwoBedTypesThatWouldDo_WhenOnlyTheSecondIsFree_ThenFreeNowByThat()
    {
        var list = new GivenChoices(new([GivenChoices.Type, BedType.DementiaNursing]))
            .Home("both", free: 0).Says("both", new DeclareVacancies([new(BedType.DementiaNursing, 4, 2)]))
            .Make();

        list.FreeNow.Only().Beds.Select(beds => (beds.Type, beds.Suits, beds.Free)).ShouldBe([(GivenChoices.Type, 0, 0), (BedType.DementiaNursing, 1, 2)]);
    }

    [Fact]
    public void GivenPlacesElsewhere_ThenOnlyThoseOfHomeAndHospitalAndTheWishedOnesAreLookedAt()
    {
        var needs = new Needs([GivenChoices.Type], Wished: [GivenChoices.Key("tameside/wished")]);
        var list = new GivenChoices(needs, home: "high-peak")
            .Home("here").Home("high-peak/at-home").Home("tameside/wished").Home("tameside/other").Home("trafford/far")
            .Make();

        list.FreeNow.Names().ShouldBe(["wished", "at-home", "here"]);
        list.Excluded.ShouldBeEmpty();
    }

    [Fact]
    public void GivenDistanceWanted_ThenPlacesOfAnyLocalityWithinItAreLookedAt()
    {
        var list = new GivenChoices(new([GivenChoices.Type], Near: "SK2", WithinKilometres: 5))
            .Home("trafford/near", kilometres: 4).Home("trafford/far", kilometres: 6).Home("trafford/somewhere", kilometres: null)
            .Make();

        list.FreeNow.Names().ShouldBe(["near"]);
        list.Excluded.ShouldBeEmpty();
    }

    [Fact]
    public void GivenWardsAndTheUnitThatThePersonIsIn_ThenTheyAreNoPlacesToGo()
    {
        var given = new GivenChoices(new([BedType.StepDown]));
        given.Registered("the-unit", SiteKind.IntermediateCareUnit).Says("the-unit", new DeclareVacancies([new(BedType.StepDown, 5, 0)]));

        given.Make().FreeNow.Names().ShouldBe(["the-unit"]);
        ChoiceLists.Make(new(GivenChoices.Key("the-unit"), given.Stay, given.Needs, null), given.Sites, given.Board.Policies, given.Now, 1)
            .Listed().ShouldBeEmpty();
    }

    [Fact]
    public void GivenBedHeldForThePerson_ThenSaidAtThePlaceAndAboveTheList()
    {
        var list = new GivenChoices().Home("held", free: 2)
            .Says("held", new PlaceHold(GivenChoices.Type, GivenChoices.Person, From: GivenChoices.From))
            .Make();

        list.Held.ShouldHaveSingleItem().Site.ShouldBe(GivenChoices.Key("held"));
        list.FreeNow.Only().Held.ShouldBe(list.Held[0]);
        list.FreeNow.Only().For[0].Text.ShouldStartWith("A general nursing bed is held here for this person until tomorrow at 09:00");
    }

    [Fact]
    public void GivenBedHeldForTheSameReferenceOfAnotherHospital_ThenItIsAnotherPersons()
    {
        var list = new GivenChoices().Home("held", free: 2)
            .Says("held", new PlaceHold(GivenChoices.Type, GivenChoices.Person, From: SiteKey.OfWard("manchester", "wythenshawe", "f1")))
            .Make();

        list.Held.ShouldBeEmpty();
        list.FreeNow.Only().Held.ShouldBeNull();
    }

    [Fact]
    public void GivenSamePlacesInAnotherOrder_ThenTheSameList()
    {
        var given = new GivenChoices().Home("a").Home("b").Home("c", free: 0).StaleHome("d").StaleHome("e");

        var turned = ChoiceLists.Make(new(GivenChoices.From, given.Stay, given.Needs, GivenChoices.Near), given.Sites.Reverse(), given.Board.Policies, given.Now, given.Board.Entries.Count);

        turned.Json().ShouldBe(given.Make().Json());
    }

    [Fact]
    public void GivenReaderWhoMaySeeNoWords_ThenReasonsStandWithoutWhatPeopleWroteAndWho()
    {
        var list = new GivenChoices(new([GivenChoices.Type, BedType.DementiaNursing]))
            .Home("free").Says("free", new DeclareVacancies([new(BedType.DementiaNursing, 4, 2)]), new SuspendPlacements("Infection", BedType.DementiaNursing))
            .Home("stopped").Says("stopped", new SuspendPlacements("Staffing"))
            .Make();
        list.FreeNow.Only().Against.ShouldContain(remark => remark.Quote == "“Infection”, The manager");

        var seen = list.Seen(_ => false);

        seen.Json().ShouldNotContain("Infection");
        seen.Json().ShouldNotContain("Staffing");
        seen.Json().ShouldNotContain("The manager");
        list.Seen(_ => true).Json().ShouldBe(list.Json());
    }

    private static ExpectVacancy Expect(int hours) => new(GivenChoices.Type, GivenBoard.Start.AddHours(hours), "Going home");
}
