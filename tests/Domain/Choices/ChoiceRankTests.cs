using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Choices;

/// <summary>The order within a group. In each test the names say the opposite order.</summary>
public sealed class ChoiceRankTests
{
    [Fact]
    public void GivenTwoBedTypes_ThenTheOneThatSuitsBestIsFirst() => ShouldBeInOrder(
        new GivenChoices(new([BedType.DementiaNursing, GivenChoices.Type], Wished: [GivenChoices.Key("a-general")])),
        given => given.Home("z-dementia", type: BedType.DementiaNursing).Home("a-general"),
        "z-dementia", "a-general");

    [Fact]
    public void GivenOfferOfTheSecondTypeOnly_ThenRankedByWhatIsFree() => ShouldBeInOrder(
        new GivenChoices(new([GivenChoices.Type, BedType.DementiaNursing])),
        given => given.Home("z-best").Home("a-second", free: 0).Says("a-second", new DeclareVacancies([new(BedType.DementiaNursing, 4, 2)])),
        "z-best", "a-second");

    [Fact]
    public void GivenTypesThatSuitAlike_ThenACareMatchIsFirst()
    {
        var needs = new Needs([BedType.GeneralResidential], Dementia: true, Nursing: true);
        var list = new GivenChoices(needs).Home("a-residential", type: BedType.GeneralResidential).Make();

        list.FreeNow.Only().Against.Texts().ShouldBe([
            "Needs nursing, which general residential beds do not provide",
            "Needs dementia care, which general residential beds are not designed for"]);
    }

    [Fact]
    public void GivenWishes_ThenTheFirstWishIsFirst() => ShouldBeInOrder(
        new GivenChoices(new([GivenChoices.Type], Wished: [GivenChoices.Key("z-first"), GivenChoices.Key("y-second")])),
        given => given.Home("a-near").Home("y-second", kilometres: 5).Home("z-first", kilometres: 9),
        "z-first", "y-second", "a-near");

    [Fact]
    public void GivenDistances_ThenTheNearestIsFirstAndTheUnknownLast() => ShouldBeInOrder(
        new GivenChoices(),
        given => given.Home("a-unknown", kilometres: null).Home("b-far", kilometres: 9).Home("z-near", kilometres: 2, rating: CqcRating.Inadequate),
        "z-near", "b-far", "a-unknown");

    [Fact]
    public void GivenDistancesWithinTheSameKilometre_ThenTheyCountAsAlike() => ShouldBeInOrder(
        new GivenChoices(),
        given => given.Home("a-nearer", kilometres: 1.9, rating: CqcRating.RequiresImprovement).Home("z-better", kilometres: 2.4),
        "z-better", "a-nearer");

    [Fact]
    public void GivenFreshness_ThenFreshIsFirst() => ShouldBeInOrder(
        new GivenChoices(), given => given.AgeingHome("a-ageing").Home("z-fresh", rating: CqcRating.Inadequate), "z-fresh", "a-ageing");

    [Fact]
    public void GivenRatings_ThenOutstandingIsFirstAndUnratedBetween() => ShouldBeInOrder(
        new GivenChoices(),
        given => given.Home("a", rating: CqcRating.Inadequate).Home("b", rating: CqcRating.RequiresImprovement).Home("c", rating: CqcRating.NotRated)
            .Home("d", rating: CqcRating.Good).Home("e", rating: CqcRating.Outstanding),
        "e", "d", "c", "b", "a");

    [Fact]
    public void GivenAllAlike_ThenByName() => ShouldBeInOrder(new GivenChoices(), given => given.Home("b").Home("a").Home("c"), "a", "b", "c");

    [Fact]
    public void GivenAllAlikeAndTheNameToo_ThenByKey()
    {
        var list = new GivenChoices(home: "high-peak").Home("same").Home("high-peak/same").Make();

        list.FreeNow.Select(site => site.Site.Value).ShouldBe(["high-peak/same", "stockport/same"]);
    }

    private static void ShouldBeInOrder(GivenChoices given, Func<GivenChoices, GivenChoices> places, params string[] order) =>
        places(given).Make().FreeNow.Names().ShouldBe(order);
}
