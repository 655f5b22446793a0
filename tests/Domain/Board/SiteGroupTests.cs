using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using static CapacityBoard.Support.GivenRow;

namespace CapacityBoard.Board;

public sealed class SiteGroupTests
{
    [Fact]
    public void GivenNoOrder_ThenAListForEachKindWithWardsInNaturalOrder()
    {
        var groups = Groups(new(), Home("The Limes"), Ward("A10"), Ward("A2"));

        groups.Select(group => (group.Name, Names: string.Join(' ', group.Sites.Select(site => site.Row.Name)))).ShouldBe(
            [("Intermediate care units", ""), ("Care homes", "The Limes"), ("Home care providers", ""), ("Wards", "A2 A10")]);
        groups.ShouldAllBe(group => group.IsOpen);
    }

    [Fact]
    public void GivenManyHomes_ThenTheKindsAfterThemAreFolded() =>
        Groups(new(), [.. Enumerable.Range(1, 50).Select(home => Home($"{home}")), Ward("A1")]).Select(group => group.IsOpen).ShouldBe([true, true, false, false]);

    [Fact]
    public void GivenAnotherOrder_ThenOneList() =>
        Groups(new(Sort: BoardOrder.Name), Home("B"), Ward("A")).ShouldHaveSingleItem().Sites.Select(site => site.Row.Name).ShouldBe(["A", "B"]);

    [Theory]
    [InlineData(0, 0, Freshness.Fresh, true)]
    [InlineData(0, 0, Freshness.Ageing, true)]
    [InlineData(1, 0, Freshness.Fresh, false)]
    [InlineData(0, 1, Freshness.Fresh, false)]
    [InlineData(0, 0, Freshness.Stale, false)]
    [InlineData(0, 0, Freshness.NeverDeclared, false)]
    public void GivenFigures_ThenFullIfNothingIsFreeAndNobodyNeedsToBeAsked(int available, int expected, Freshness freshness, bool isFull) =>
        Groups(new(), Home("The Limes", Line(BedType.GeneralNursing, available) with { Expected = expected }) with { Freshness = freshness })
            .SelectMany(group => group.Sites).ShouldHaveSingleItem().IsFull.ShouldBe(isFull);

    private static BoardRow Ward(string name) => Home(name) with { Kind = SiteKind.Ward };

    private static List<SiteGroup> Groups(BoardFilter filter, params BoardRow[] rows) => [.. SiteGroup.Of(BoardView.Of(rows, filter, near: null), filter.Order)];
}
