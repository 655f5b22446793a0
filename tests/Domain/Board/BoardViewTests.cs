using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using static CapacityBoard.Support.GivenRow;

namespace CapacityBoard.Board;

public sealed class BoardViewTests
{
    private const BedType Nursing = BedType.GeneralNursing;
    private const BedType Residential = BedType.GeneralResidential;

    private static readonly Place Centre = new("SK1", new(53.4, -2.15), 1, IsExact: false);

    [Fact]
    public void GivenNoFilter_ThenEverySiteByNameWithNumbersInOrder() =>
        Names(new(), Home("Ward A10"), Home("ward A2"), Home("Aster")).ShouldBe(["Aster", "ward A2", "Ward A10"]);

    [Fact]
    public void GivenType_ThenOnlySitesThatHaveItAndOfThemOnlyIt()
    {
        var site = View(new(Type: Nursing), Home("Both", Line(Nursing), Line(Residential)), Home("Other", Line(Residential)), Home("None"))
            .Sites.ShouldHaveSingleItem();

        site.Row.Name.ShouldBe("Both");
        site.Lines.ShouldHaveSingleItem().Type.ShouldBe(Nursing);
    }

    [Fact]
    public void GivenAvailableNow_ThenAnotherTypesBedsDoNotCount() =>
        Names(new(Type: Nursing, Available: AvailableWhen.Now), Home("Full", Line(Nursing), Line(Residential, 2)), Home("Free", Line(Nursing, 1)))
            .ShouldBe(["Free"]);

    [Fact]
    public void GivenWithin24Hours_ThenExpectedBedsCountToo() =>
        Names(new(Available: AvailableWhen.Within24Hours), Home("Full", Line(Nursing)), Home("Soon", Line(Nursing, 0, 1)), Home("Now", Line(Nursing, 1)))
            .ShouldBe(["Now", "Soon"]);

    [Theory]
    [InlineData(null, "Ageing Fresh Never Stale")]
    [InlineData(FreshnessNeeded.NotStale, "Ageing Fresh")]
    [InlineData(FreshnessNeeded.Fresh, "Fresh")]
    [InlineData(FreshnessNeeded.ToChase, "Never Stale")]
    public void GivenFreshness_ThenOnlyFiguresThatCanBeTrustedSoFar(FreshnessNeeded? needed, string shown) =>
        string.Join(' ', Names(
            new(Freshness: needed),
            Home("Fresh"),
            Home("Ageing") with { Freshness = Freshness.Ageing },
            Home("Stale") with { Freshness = Freshness.Stale },
            Home("Never") with { Freshness = Freshness.NeverDeclared, Declared = null })).ShouldBe(shown);

    [Fact]
    public void GivenKindAndNeighbourhood_ThenBothMustFit() =>
        Names(
            new(Kind: SiteKind.CareHome, Neighbourhood: "Bramhall"),
            Home("Here"),
            Home("Elsewhere") with { Neighbourhood = "Marple" },
            Home("Agency") with { Kind = SiteKind.HomeCareProvider }).ShouldBe(["Here"]);

    [Fact]
    public void GivenPlace_ThenNearestFirstAndUnplacedLast() =>
        Names(new(Near: "SK1"), Home("Nowhere"), Far("Far", 0.1), Far("Near", 0.01)).ShouldBe(["Near", "Far", "Nowhere"]);

    [Fact]
    public void GivenWithin_ThenFartherSitesAreLeftOutAndUnplacedOnesCounted()
    {
        var view = View(new(Near: "SK1", Within: 5), Home("Nowhere"), Far("Far", 0.1), Far("Near", 0.01));

        view.Sites.ShouldHaveSingleItem().Kilometres!.Value.ShouldBe(1.1, 0.05);
        view.Unplaced.ShouldBe(1);
    }

    [Fact]
    public void GivenPlaceThatWasNotFound_ThenWithinLeavesNobodyOut() =>
        BoardView.Of([Home("Nowhere")], new(Near: "Narnia", Within: 5), near: null).Sites.Length.ShouldBe(1);

    [Fact]
    public void GivenSortByAvailable_ThenMostFirstOverTheTypesShown() =>
        Names(new(Sort: BoardOrder.Available), Home("One", Line(Nursing, 1)), Home("Three", Line(Nursing, 1), Line(Residential, 2)), Home("None"))
            .ShouldBe(["Three", "One", "None"]);

    [Fact]
    public void GivenSortByAge_ThenNewestFirstAndSilentLast() =>
        Names(
            new(Sort: BoardOrder.Age),
            Home("Silent") with { Declared = null },
            Home("Old") with { Declared = new(Now.AddDays(-2), "x") },
            Home("New")).ShouldBe(["New", "Old", "Silent"]);

    private static BoardRow Far(string name, double degrees) => Home(name) with { Position = new(53.4 + degrees, -2.15) };

    private static IEnumerable<string> Names(BoardFilter filter, params BoardRow[] rows) => View(filter, rows).Sites.Select(site => site.Row.Name);

    private static BoardView View(BoardFilter filter, params BoardRow[] rows) =>
        BoardView.Of(rows, filter, filter.Near is null ? null : Centre);
}
