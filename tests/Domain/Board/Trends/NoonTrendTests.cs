using System.Collections.Immutable;
using CapacityBoard.Beds;

namespace CapacityBoard.Board.Trends;

public sealed class NoonTrendTests
{
    [Fact]
    public void GivenFigures_ThenTheLastDaysIsNamedWithTheLowestAndHighest()
    {
        var trend = NoonTrend.Of([4, 14, 1_200, 9], "Today").ShouldNotBeNull();

        trend.Latest.ShouldBe("Today 9");
        trend.Range.ShouldBe("4 to 1,200");
        trend.Span.ShouldBe("4 days");
        trend.Words.ShouldBe("Today 9. Lowest 4, highest 1,200 in 4 days.");
    }

    [Fact]
    public void GivenDaysWithoutAFigure_ThenTheyAreNotCountedAndTheLineHasAGap()
    {
        var trend = NoonTrend.Of([null, 1, null, 3, 1, null], "Yesterday").ShouldNotBeNull();

        trend.Words.ShouldBe("Yesterday not known. Lowest 1, highest 3 in 3 days.");
        trend.Line.Path(5, 10).ShouldBe("M1 10M3 0L4 10");
    }

    [Fact]
    public void GivenTheSameFigureEachDay_ThenItSaysSo() => NoonTrend.Of([2, 2, 2], "Today").ShouldNotBeNull().Range.ShouldBe("always 2");

    [Fact]
    public void GivenFewerThanThreeFigures_ThenThereIsNoLine() => NoonTrend.Of([null, 4, 5], "Today").ShouldBeNull();

    [Fact]
    public void GivenNoons_ThenEachTypeHasALineOfItsOwn()
    {
        var trends = new LocalityTrends([Noon(1, 10), Noon(2, 20), Noon(3, 30)], "Today");

        trends.Available(BedType.StepDown)!.Days.ShouldBe([1, 2, 3]);
        trends.MedicallyOptimised!.Days.ShouldBe([10, 20, 30]);
        trends.LongStays.ShouldBeNull();
        trends.Available(BedType.StepUp).ShouldBeNull();
    }

    private static NoonFigures Noon(int stepDown, int optimised) =>
        new(ImmutableDictionary<BedType, int>.Empty.Add(BedType.StepDown, stepDown), optimised, null);
}
