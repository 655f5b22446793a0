using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Choices.ExclusionReason;

namespace CapacityBoard.Choices;

/// <summary>Why a place is not on a choice list.</summary>
public sealed class ExclusionsTests
{
    [Fact]
    public void GivenSuspendedPlace_ThenExcludedInWhoseWords()
    {
        var given = new GivenChoices().Home("stopped");
        given.Says("stopped", new SuspendPlacements("Inspection", Until: given.Now.AddDays(3)));

        var reason = given.Make().Excluded.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem();

        reason.ShouldBe(new(ExclusionReason.Suspended, "Placements here are suspended until Thursday at 09:00.", "“Inspection”, The manager"));
    }

    [Fact]
    public void GivenOnlyTheWantedBedTypeSuspended_ThenExcludedToo() => new GivenChoices()
        .Home("half").Says("half", new DeclareVacancies([new(BedType.DementiaNursing, 4, 2)]), new SuspendPlacements("Infection", GivenChoices.Type))
        .Make().Excluded.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem().Text.ShouldBe("Placements in its general nursing beds are suspended.");

    [Fact]
    public void GivenOneOfTwoWantedBedTypesSuspended_ThenOnTheListByTheOther()
    {
        var list = new GivenChoices(new([GivenChoices.Type, BedType.DementiaNursing]))
            .Home("half").Says("half", new DeclareVacancies([new(BedType.DementiaNursing, 4, 2)]), new SuspendPlacements("Infection", GivenChoices.Type))
            .Make();

        list.FreeNow.Only().Beds.Select(beds => beds.Type).ShouldBe([BedType.DementiaNursing]);
        list.FreeNow.Only().Against.Texts().ShouldContain("Placements in its general nursing beds are suspended");
    }

    [Fact]
    public void GivenSuspensionThatHasEnded_ThenOnTheList()
    {
        var given = new GivenChoices().Home("again").Says("again", new SuspendPlacements("Inspection", Until: GivenBoard.Start.AddHours(1)));
        given.Board.After(TimeSpan.FromHours(1));

        given.Make().FreeNow.Names().ShouldBe(["again"]);
    }

    [Fact]
    public void GivenStaleFiguresOrNone_ThenExcluded()
    {
        var list = new GivenChoices().StaleHome("stale").Registered("silent").AgeingHome("ageing").Make();

        list.Why("stale").ShouldBe([Stale]);
        list.Why("silent").ShouldBe([NeverDeclared]);
        list.FreeNow.Names().ShouldBe(["ageing"]);
    }

    [Fact]
    public void GivenLocalityWithItsOwnPolicy_ThenStaleByThat()
    {
        var given = new GivenChoices().AgeingHome("ageing");
        given.Board.Sets(new() { CareHome = new(2, 29) });

        given.Make().Why("ageing").ShouldBe([Stale]);
    }

    [Fact]
    public void GivenWrongBedsOrWrongKind_ThenWhatItHasIsSaid()
    {
        var list = new GivenChoices()
            .Home("residential", type: BedType.GeneralResidential)
            .Registered("agency", SiteKind.HomeCareProvider)
            .Make();

        list.Excluded.Single(site => site.Site.Name == "residential").Reasons.ShouldHaveSingleItem().Text
            .ShouldBe("It has no beds of a suitable type: it has general residential beds.");
        list.Why("agency").ShouldBe([NeverDeclared, WrongService]);
        list.Excluded.ShouldAllBe(site => site.IsWrongService);
    }

    [Fact]
    public void GivenClosedPlace_ThenExcluded() => new GivenChoices()
        .Home("sold").Says("sold", new CloseSite("Home sold"))
        .Make().Excluded.ShouldHaveSingleItem().Reasons[0].ShouldBe(new(Closed, "It is closed.", "“Home sold”, The manager"));

    [Fact]
    public void GivenDistanceWanted_ThenPlacesBeyondItAreTooFarUnlessWishedFor()
    {
        var needs = new Needs([GivenChoices.Type], Wished: [GivenChoices.Key("wished")], Near: "SK2", WithinKilometres: 10);
        var list = new GivenChoices(needs)
            .Home("near", kilometres: 9.9).Home("far", kilometres: 12.3).Home("wished", kilometres: 20).Home("somewhere", kilometres: null)
            .Make();

        list.Excluded.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem().Text.ShouldBe("It is 7.6 miles from SK2. The limit is 6.2 miles.");
        list.FreeNow.Names().ShouldBe(["wished", "near", "somewhere"]);
        list.FreeNow[0].Against.Texts().ShouldContain("12.4 miles from SK2, further than the limit");
        list.FreeNow[2].Against.Texts().ShouldContain("Distance from SK2 is not known");
    }

    [Fact]
    public void GivenNowhereToMeasureFrom_ThenNothingIsTooFar()
    {
        var list = new GivenChoices(new([GivenChoices.Type], Near: "Nowhere", WithinKilometres: 1)).Home("far", kilometres: 50).MakeWithoutDistances();

        list.FreeNow.Only().Kilometres.ShouldBeNull();
    }

    [Fact]
    public void GivenPlaceThatDeclinedThePerson_ThenExcludedForAWeek()
    {
        var list = new GivenChoices()
            .Home("lately", ago: TimeSpan.FromDays(9)).Declined("lately", TimeSpan.FromDays(7))
            .Home("long-ago", ago: TimeSpan.FromDays(9)).Declined("long-ago", TimeSpan.FromDays(7) + TimeSpan.FromTicks(1))
            .Home("another", ago: TimeSpan.FromDays(9)).Declined("another", TimeSpan.FromDays(1), stay: "B-2")
            .Make();

        list.Excluded.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem()
            .ShouldBe(new(Declined, "It declined this person Monday 23 February at 09:00.", "“Cannot meet the needs”, The manager"));
        list.FreeNow.Names().ShouldBe(["another", "long-ago"]);
    }

    [Fact]
    public void GivenPlaceThatDeclinedAndHoldsABedForThePersonNow_ThenOnTheList() => new GivenChoices()
        .Home("again", free: 2, ago: TimeSpan.FromDays(2)).Declined("again", TimeSpan.FromDays(1))
        .Says("again", new PlaceHold(GivenChoices.Type, GivenChoices.Person, From: GivenChoices.From))
        .Make().FreeNow.Names().ShouldBe(["again"]);

    [Fact]
    public void GivenSeveralReasons_ThenEveryOneIsNamed() => new GivenChoices(new([GivenChoices.Type], Near: "SK2", WithinKilometres: 0.5))
        .Home("hopeless", type: BedType.GeneralResidential, ago: TimeSpan.FromDays(3)).Says("hopeless", new SuspendPlacements("Staffing"))
        .Make().Why("hopeless").ShouldBe([ExclusionReason.Suspended, Stale, WrongService, TooFar]);
}
