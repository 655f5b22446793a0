using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using static CapacityBoard.Support.GivenRow;

namespace CapacityBoard.Board;

public sealed class WallViewTests
{
    private const BedType Nursing = BedType.GeneralNursing;

    [Fact]
    public void GivenSites_ThenWhatIsAvailableMostFirst()
    {
        var view = WallView.Of(BoardOf(
            Home("One", Line(Nursing, 1)), Home("None", Line(Nursing)), Home("Two", Line(Nursing, 1), Line(BedType.DementiaNursing, 2))));

        view.Free.Select(free => (free.Name, free.Type, free.Available)).ShouldBe(
            [("Two", BedType.DementiaNursing, 2), ("One", Nursing, 1), ("Two", Nursing, 1)]);
    }

    [Fact]
    public void GivenStaleFigures_ThenTheyAreNotAmongWhatIsAvailable() =>
        WallView.Of(BoardOf(Home("Stale", Line(Nursing, 3)) with { Freshness = Freshness.Stale })).Free.ShouldBeEmpty();

    [Fact]
    public void GivenWard_ThenItsBedsStandUnderItsHospitalOnly()
    {
        var ward = Home("A1", Line(BedType.Inpatient, 3)) with
        {
            Site = SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1"),
            Kind = SiteKind.Ward,
            Hospital = "Stepping Hill Hospital",
        };

        var view = WallView.Of(BoardOf(ward, Home("Home", Line(Nursing, 1))));

        view.Types.ShouldHaveSingleItem().Type.ShouldBe(Nursing);
        view.Free.ShouldHaveSingleItem().Name.ShouldBe("Home");
        view.Hospitals.ShouldHaveSingleItem().Available.ShouldBe(3);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 6)]
    [InlineData(7, 4)]
    [InlineData(15, 8)]
    public void GivenTypes_ThenOneRowOrTwo(int types, int columns)
    {
        var lines = Enum.GetValues<BedType>().Where(type => type != BedType.Inpatient).Take(types).Select(type => Line(type)).ToArray();

        WallView.Of(BoardOf(Home("Home", lines))).Columns.ShouldBe(columns);
    }
}
