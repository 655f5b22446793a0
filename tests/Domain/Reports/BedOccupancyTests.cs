using CapacityBoard.Beds;

namespace CapacityBoard.Reports;

public sealed class BedOccupancyTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    private static readonly BedNight[] Nights =
    [
        new(Monday.AddDays(-1), BedType.GeneralNursing, Total: 40, Occupied: 30, Closed: 0, Held: 0),
        new(Monday, BedType.GeneralNursing, Total: 40, Occupied: 36, Closed: 1, Held: 1),
        new(Monday, BedType.Inpatient, Total: 200, Occupied: 190, Closed: 0, Held: 0),
        new(Monday, BedType.CarePackage, Total: 100, Occupied: 99, Closed: 0, Held: 0),
    ];

    [Fact]
    public void GivenBedsOfSeveralTypes_ThenEachTypeHasAColumnAndTheyAreNotAddedUp()
    {
        var table = BedOccupancy.ByDay(Nights);

        table.Columns.Select(column => column.Label).ShouldBe(["Day", "General nursing", "Inpatient", "Care package"]);
        table.Rows.Select(row => string.Join(' ', row.Cells.Skip(1).Select(cell => cell.Text))).ShouldBe(["75.0% – –", "90.0% 95.0% 99.0%"]);
    }

    [Fact]
    public void GivenBedsOfSeveralTypes_ThenTheChartNamesTheTypesWithTheMostBedsFirst() =>
        BedOccupancy.ByDay(Nights).Charted.ShouldBe(["inpatient", "care-package", "general-nursing"]);

    [Fact]
    public void WhenHeadlined_ThenVacantBedsOutsideHospitalAreCountedWithoutCarePackages()
    {
        var headline = BedOccupancy.Headline(Nights);

        headline.Figure.ShouldBe("2");
        headline.Words.ShouldBe("beds vacant outside hospital at the last midnight, of 40. Hospital beds: 95.0% occupied");
        headline.Trend.ShouldNotBeNull().Words.ShouldBe("Today 2. Lowest 2, highest 10 in 2 days.");
    }

    [Fact]
    public void GivenNoBeds_ThenTheTableIsEmptyAndTheHeadlineZero()
    {
        BedOccupancy.ByDay([]).Rows.ShouldBeEmpty();
        BedOccupancy.Headline([]).ShouldBe(new("0", "beds vacant outside hospital at the last midnight, of 0"));
    }
}
