using CapacityBoard.Demonstration.Past;
using CapacityBoard.Projections;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Board;

/// <summary>A server with the Stockport demonstration, as it stands once it is filled.</summary>
public sealed class StockportBoard : BrowsedBoard
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var end = DateTimeOffset.FromUnixTimeMilliseconds(Clock.GetUtcNow().ToUnixTimeMilliseconds());
        (await new PastImport(Server.Journal).Run(new(end.AddDays(-7), end), CancellationToken.None)).ShouldBeTrue();
        await Server.OnTheBoard(InventedPast.LastSite);
        await Server.Services.GetRequiredService<FoldProgress>().Folded(await Server.Journal.LastPosition(), CancellationToken.None).Within("the past is on the board");
    }
}

/// <summary>All of Stockport on a screen that nobody scrolls, and on every other.</summary>
public sealed class WallTests(SharedBrowser browser, StockportBoard board) : BrowserTest(browser), IClassFixture<StockportBoard>
{
    /// <summary>A list is cut to what its place holds in the frame after it was measured.</summary>
    private const string CutOff = """
        (async () => {
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          await frame();
          const { scrollWidth, scrollHeight } = document.scrollingElement;
          const outside = [...document.querySelectorAll("body *")].filter(each => {
            const box = each.getBoundingClientRect();
            const isShown = box.width > 1 && box.height > 1 && getComputedStyle(each).clipPath === "none";
            return isShown && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.top < 0 || box.left < 0);
          });
          const overlapping = [...document.querySelectorAll("li")].filter(each => each.scrollHeight > each.clientHeight + 1);
          return [
            ...(scrollWidth > innerWidth || scrollHeight > innerHeight ? [`scrolls: ${scrollWidth} × ${scrollHeight}`] : []),
            ...outside.map(each => `outside the screen: ${each.outerHTML.slice(0, 150)}`),
            ...overlapping.map(each => `more than its place holds: ${each.outerHTML.slice(0, 150)}`),
          ].slice(0, 10);
        })()
        """;

    protected override Uri Address => board.Server.Address;

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1366, 768)]
    [InlineData(1280, 720)]
    [InlineData(3840, 2160)]
    public async Task GivenStockport_WhenOnAWall_ThenNothingIsCutOffOrNeedsScrolling(int width, int height)
    {
        var wall = await Wall();
        await wall.Page.SetViewportSizeAsync(width, height);
        await OpenWithLines(wall, "/stockport/wall");
        await Expect(wall.Page.Locator("#live")).ToHaveTextAsync("Live");

        (await wall.Page.EvaluateAsync<string[]>(CutOff)).ShouldBeEmpty();
        (await wall.Page.Locator("[data-list=free] > li").CountAsync()).ShouldBeGreaterThan(10);
        await Expect(wall.Page.Locator("body")).Not.ToContainTextAsync(new System.Text.RegularExpressions.Regex("[A-Z]{2}-?[0-9]{4,}"));
    }

    [Fact]
    public async Task GivenLinesOnTheBoard_WhenFiguresArePushed_ThenTheyStay()
    {
        var team = await Desk();
        await OpenWithLines(team, "/stockport");
        await Expect(team.Page.Locator("#live")).ToHaveTextAsync("Live");
        var tile = team.Page.Locator(".cb-tile[data-key=general-nursing]");
        var before = await tile.Locator("[data-cell=available]").InnerTextAsync();

        await board.Server.CareHome("the-limes", 10, 3);

        await Expect(tile.Locator("[data-cell=available]")).Not.ToHaveTextAsync(before);

        await Expect(tile.Locator(".cb-trend-line")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/stockport")]
    [InlineData("/stockport/wall")]
    [InlineData("/")]
    public async Task GivenStockport_WhenOnANarrowPhone_ThenNothingScrollsSideways(string path)
    {
        var phone = await Phone();
        await phone.Page.SetViewportSizeAsync(320, 700);

        await phone.Open(path);

        (await phone.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")).ShouldBe(0);
    }

    /// <summary>The first to look begins the count of the last noons.</summary>
    private static Task OpenWithLines(Person person, string path) => Deadline.Until(
        async () =>
        {
            await person.Open(path);
            return await person.Page.Locator(".cb-trend-line").CountAsync() > 0;
        },
        $"{path} has lines");
}
