using CapacityBoard.Support;

namespace CapacityBoard.Browser.Ui;

/// <summary>"Print all" opens a list whole and the browser's printing, once.</summary>
public sealed class PrintAllTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenPrintAll_ThenPrintedOnceAndNotAgainWhenReloaded()
    {
        var home = await board.HomeAlone();
        var desk = await Desk();
        await desk.Page.AddInitScriptAsync("window.print = () => sessionStorage.setItem('printed', Number(sessionStorage.getItem('printed')) + 1);");

        await desk.Open($"/{home.Locality}/people?all=yes#print");

        await desk.Page.WaitForFunctionAsync("sessionStorage.getItem('printed') === '1'");
        new Uri(desk.Page.Url).Fragment.ShouldBeEmpty();
        await desk.Page.ReloadAsync();
        (await desk.Page.EvaluateAsync<string>("sessionStorage.getItem('printed')")).ShouldBe("1");
    }
}
