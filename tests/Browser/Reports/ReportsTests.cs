using CapacityBoard.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Reports;

/// <summary>Reports in a browser: charts drawn under the content policy, and none of it needed.</summary>
public sealed class ReportsTests(SharedBrowser browser, EveryState board) : BrowserTest(browser), IClassFixture<EveryState>
{
    private const string Report = $"/{EveryState.Locality}/reports/delayed-transfers";

    /// <summary>Whether the numbers left of a chart are light, as on a dark page.</summary>
    private const string HasLightNumbers =
        """
        canvas => {
            const { data } = canvas.getContext("2d").getImageData(0, 0, 40, canvas.height);
            return Array.from({ length: data.length / 4 }, (_, pixel) => data.slice(4 * pixel, 4 * pixel + 4)).some(([red, green, blue, alpha]) => Math.min(red, green, blue, alpha) > 200);
        }
        """;

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenReport_WhenShown_ThenTheChartIsDrawnAndSaysInWordsWhatItShows()
    {
        var desk = await Desk();
        await desk.Open(Report);

        var chart = desk.Page.Locator("[data-chart=by-day]");
        await Expect(chart).ToBeVisibleAsync();
        await Expect(chart.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("Delayed: from 0 on .* to 1 on"));
        (await chart.Locator("canvas").EvaluateAsync<bool>("each => each.getContext('2d').getImageData(0, 0, each.width, each.height).data.some(value => value > 0)")).ShouldBeTrue();
    }

    [Fact]
    public async Task GivenDarkForcedColours_ThenTheChartsAxesAreWrittenInTheirTextColour()
    {
        var desk = await Desk();
        await desk.Open(Report);
        var canvas = desk.Page.Locator("[data-chart=by-day] canvas");
        (await canvas.EvaluateAsync<bool>(HasLightNumbers)).ShouldBeFalse();

        await desk.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });

        await desk.Page.WaitForFunctionAsync(HasLightNumbers, await canvas.ElementHandleAsync());
    }

    [Fact]
    public async Task GivenLineNotWanted_WhenItsBoxIsCleared_ThenTheChartIsDrawnWithoutIt()
    {
        var desk = await Desk();
        await desk.Open(Report);
        var chart = desk.Page.Locator("[data-chart=by-day]");
        var target = chart.GetByRole(AriaRole.Checkbox, new() { Name = "B Target" });
        var with = await chart.Locator("canvas").EvaluateAsync<string>("each => each.toDataURL()");

        await target.PressAsync(" ");

        await desk.Page.WaitForFunctionAsync("before => document.querySelector('[data-chart=by-day] canvas').toDataURL() !== before", with);
        await Expect(target).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task GivenBrowserWithoutScripts_WhenTheReportIsShown_ThenItsNumbersAreThereAndNoEmptyChart()
    {
        var desk = await Desk(script: false);
        await desk.Open(Report);

        await Expect(desk.Page.Locator("[data-chart]")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("#by-day tbody tr")).ToHaveCountAsync(28);
    }

    [Fact]
    public async Task GivenReport_WhenPrinted_ThenItFitsThePaperWithoutTheForm()
    {
        var desk = await Desk();
        await desk.Open(Report);
        await desk.Page.SetViewportSizeAsync(700, 1000);

        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(desk.Page.Locator(".cb-report-ask")).ToBeHiddenAsync();
        (await desk.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task GivenFigure_WhenFollowed_ThenWhoStandsBehindIt()
    {
        var phone = await Phone();
        await phone.Open(Report);

        await phone.Tap(phone.Page.Locator("#by-day tbody tr").Last.GetByRole(AriaRole.Link).First);

        await Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "W-1" })).ToBeVisibleAsync();
    }
}
