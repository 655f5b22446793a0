using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

public sealed class CapacityTests
{
    private static readonly Stamp Stamp = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), "someone");

    [Fact]
    public void GivenNonsense_WhenApplied_ThenCountsStayCounts()
    {
        var nonsense = new SiteEvent[]
        {
            new VacanciesDeclared([new(BedType.Inpatient, int.MaxValue, int.MaxValue, int.MaxValue)]),
            new BedsClosed(BedType.Inpatient, int.MaxValue, "x"),
            new BedsReopened(BedType.Inpatient, int.MinValue),
            new HoldPlaced("h", BedType.Inpatient, DateTimeOffset.MaxValue),
            new HoldPlaced("i", BedType.Inpatient, DateTimeOffset.MinValue),
            new HoldBecameAdmission("h", BedType.StepUp),
            new ExpectedVacancyConfirmed("none", BedType.Inpatient),
        };
        var line = nonsense.Aggregate(Capacity.Empty, (capacity, happened) => capacity.Apply(happened, Stamp)).Line(BedType.Inpatient)!;
        line.Total.ShouldBe(Limits.MostBeds);
        line.Vacant.ShouldBeGreaterThanOrEqualTo(-2 * Limits.MostBeds);
    }

    [Fact]
    public void GivenEmpty_WhenMoreLeaveThanCame_ThenNobodyIsIn()
    {
        var capacity = Capacity.Empty.Apply(new VacanciesDeclared([new(BedType.Inpatient, 3, 0, 0)]), Stamp);
        capacity.Apply(new ExpectedVacancyConfirmed("none", BedType.Inpatient), Stamp).Line(BedType.Inpatient)!.Occupied.ShouldBe(0);
        capacity.Apply(new BedsReopened(BedType.Inpatient, 2), Stamp).Line(BedType.Inpatient)!.Closed.ShouldBe(0);
    }
}
