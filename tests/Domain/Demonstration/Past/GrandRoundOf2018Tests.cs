using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>At whatever hour of whatever day the demonstration begins, its long stays are DOMAIN's of 2018.</summary>
public sealed class GrandRoundOf2018Tests
{
    [Theory]
    [InlineData(2026, 11, 26, 7, 20)]
    [InlineData(2026, 3, 29, 1, 30)]
    [InlineData(2026, 10, 25, 0, 30)]
    [InlineData(2027, 1, 16, 0, 1)]
    [InlineData(2026, 7, 26, 23, 59)]
    public void GivenAnyHourOfAnyDay_WhenThePastEnds_Then209LongStaysOf26DaysAndAbout125AreOptimised(int year, int month, int day, int hour, int minute)
    {
        var end = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero);

        var past = new PastTold(end.AddDays(-8 * 7), end);

        var longs = past.LongStaysOf(Hospital.SteppingHill);
        longs.Count.ShouldBe(209);
        longs.Average(stay => stay.Midnights(end)).ShouldBe(26, 1);
        longs.Count(stay => stay.Optimised is not null).ShouldBeInRange(117, 133);
        longs.Average(stay => MiddleOf(stay.Age)).ShouldBe(78, 2);
        past.StaysOf(Hospital.SteppingHill).Select(stay => stay.Reference).ShouldBeUnique();
        past.LongStaysOf(Hospital.Wythenshawe).Count.ShouldBeInRange(45, 47, "how many are there was not counted in 2018");
    }

    private static int MiddleOf(AgeBand age) => age switch
    {
        AgeBand.From18To64 => 52,
        AgeBand.From65To74 => 70,
        AgeBand.From75To84 => 80,
        _ => 89,
    };
}
