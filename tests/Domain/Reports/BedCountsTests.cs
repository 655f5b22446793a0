using CapacityBoard.Beds;

namespace CapacityBoard.Reports;

public sealed class BedCountsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    private static readonly ReportQuestion Question = new("stockport", Monday, Monday, null, default);

    private static readonly BedNight[] Nights =
    [
        new(Monday, BedType.GeneralNursing, Total: 40, Occupied: 36, Closed: 1, Held: 1),
        new(Monday, BedType.Inpatient, Total: 1_200, Occupied: 1_190, Closed: 4, Held: 0),
        new(Monday, BedType.CarePackage, Total: 100, Occupied: 99, Closed: 0, Held: 0),
        new(Monday, BedType.ReablementPackage, Total: 20, Occupied: 11, Closed: 0, Held: 2),
    ];

    [Fact]
    public void GivenBedsAndPackages_ThenEachAreAddedUpByThemselves() => BedCounts.ByDay(Nights, Question).Select(Words).ShouldBe(
    [
        "Beds by day: 1,240 1,226 5 1 8 98.9%",
        "Care packages by day: 120 110 0 2 8 91.7%",
    ]);

    [Fact]
    public void GivenTypeAskedFor_ThenOnlyTheTableItBelongsTo()
    {
        BedCounts.ByDay(Nights[..1], Question with { Type = BedType.GeneralNursing }).Select(Words).ShouldBe(["Beds by day: 40 36 1 1 2 90.0%"]);
        BedCounts.ByDay(Nights[2..3], Question with { Type = BedType.CarePackage }).Select(Words).ShouldBe(["Care packages by day: 100 99 0 0 1 99.0%"]);
    }

    [Fact]
    public void GivenNoBeds_ThenTheTablesAreEmpty() => BedCounts.ByDay([], Question).ShouldAllBe(table => table.Rows.IsEmpty);

    private static string Words(ReportTable table) => $"{table.Caption}: {string.Join(' ', table.Rows.Single().Cells.Skip(1).Select(cell => cell.Text))}";
}
