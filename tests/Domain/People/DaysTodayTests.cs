using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

public sealed class DaysTodayTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);
    private static readonly Stamp Stamp = new(new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), "A1");

    [Fact]
    public void GivenDays_ThenGreenAndWhyTheOthersAreRed() => DaysToday.Of(
        [Marked(null), Marked(new(Today, true, null, null, Stamp)), Red(DelayReason.Equipment), Red(DelayReason.Equipment), Red(DelayReason.HousingNotAvailable), Marked(new(Today.AddDays(-1), true, null, null, Stamp))],
        Today).Words.ShouldBe("Today: 1 green, 3 red (Equipment and associated training not yet delivered (Pathway 1-3): 2; Housing provision not yet available (Pathway 0 or 1): 1), 2 not marked yet.");

    [Fact]
    public void GivenNobodyRed_ThenNoReasons() => DaysToday.Of([Marked(null)], Today).Words.ShouldBe("Today: 0 green, 0 red, 1 not marked yet.");

    private static Stay Red(DelayReason reason) => Marked(new(Today, false, reason, null, Stamp));

    private static Stay Marked(MarkedDay? day) => new("S-1", "1", BedType.Inpatient, AgeBand.NotKnown, Stamp.At, Stamp.At)
    {
        Plan = day is null ? null : DischargePlan.Empty with { Days = [day] },
    };
}
