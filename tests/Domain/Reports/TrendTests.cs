namespace CapacityBoard.Reports;

public sealed class TrendTests
{
    [Fact]
    public void GivenFiguresAtMidnights_ThenTodaysIsNamedAndDrawnLast()
    {
        var trend = Trend.AtMidnights([ReportCell.Of(10), ReportCell.Of(30), ReportCell.Of(1_020)]).ShouldNotBeNull();

        trend.Words.ShouldBe("Today 1,020. Lowest 10, highest 1,020 in 3 days.");
        trend.Line.Path(10, 101).ShouldBe("M0 101L5 99L10 0");
        trend.Line.End(10, 101).ShouldBe((10, 0));
    }

    [Fact]
    public void GivenFiguresThatGrowDuringADay_ThenTodaysIsNamedAndNotDrawn()
    {
        var trend = Trend.OverDays([ReportCell.Share(1, 4), ReportCell.Share(1, 2), ReportCell.Share(1, 1)]).ShouldNotBeNull();

        trend.Words.ShouldBe("Today so far 100.0%. Lowest 25.0%, highest 50.0% in the 2 days before.");
        trend.Line.Path(10, 10).ShouldBe("M0 10L10 0");
    }

    [Fact]
    public void GivenDaysWithoutAFigure_ThenTheLineHasAGapThere()
    {
        var trend = Trend.AtMidnights([ReportCell.Of(1), ReportCell.Of(2), ReportCell.Share(0, 0), ReportCell.Of(1), ReportCell.Share(0, 0)]).ShouldNotBeNull();

        trend.Line.Path(4, 10).ShouldBe("M0 10L1 0M3 10");
        trend.Line.End(4, 10).ShouldBeNull();
    }

    [Fact]
    public void GivenTheSameFigureEveryDay_ThenTheLineIsLevelInTheMiddle() =>
        Trend.AtMidnights([ReportCell.Of(5), ReportCell.Of(5)]).ShouldNotBeNull().Line.Path(10, 10).ShouldBe("M0 5L10 5");

    [Fact]
    public void GivenFewerThanTwoFigures_ThenThereIsNoLine()
    {
        Trend.AtMidnights([]).ShouldBeNull();
        Trend.OverDays([ReportCell.Of(1), ReportCell.Of(2)]).ShouldBeNull();
    }

    [Fact]
    public void GivenShareOfFewSoFar_ThenTodaysIsNamedAsCounts() =>
        Trend.OverDays([ReportCell.Share(1, 4), ReportCell.Share(1, 2), ReportCell.Share(3, 3)], "3 of 3").ShouldNotBeNull()
            .Words.ShouldBe("Today so far 3 of 3. Lowest 25.0%, highest 50.0% in the 2 days before.");
}
