using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>The load tests themselves, for seconds: that they measure, and that the board is nowhere near what it is measured beside.</summary>
public sealed class LoadSmokeTests : IDisposable
{
    private readonly TemporaryPlace _place = new();

    [Fact]
    public async Task GivenScreensForSeconds_WhenMeasured_ThenEveryUpdateIsSeenAndTheReportSaysSo()
    {
        var charts = new List<Chart>();

        var figures = await new ScreensScenario(new(Screens: 100, Seconds: 8)).Measure(charts);

        Of("updates seen, of those sent").ShouldBe(100);
        Of("gaps").ShouldBe(0);
        Of("updates not accepted").ShouldBe(0);
        Of("a changed row of a push, with its share of the rest").ShouldBeLessThan(100);
        Of("pushes, of the bare hub's").ShouldBeGreaterThan(0.5);
        var page = await LoadReport.Of(DateTimeOffset.UnixEpoch, [new("screens", 8, figures, charts)]).Write(_place.Path);
        (await File.ReadAllTextAsync(page)).ShouldContain("From tap to screen");

        double Of(string what) => figures.Single(figure => figure.What == what).Measured;
    }

    public void Dispose() => _place.Dispose();
}
