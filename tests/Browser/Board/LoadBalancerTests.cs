using CapacityBoard.Browser.Sites;
using CapacityBoard.Support;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Board;

/// <summary>A screen and a phone at two nodes behind a plain load balancer.</summary>
public sealed class LoadBalancerTests(SharedBrowser browser, Databases databases) : BrowserTest(browser)
{
    private readonly TwoNodes _nodes = new(databases);

    protected override Uri Address => _nodes.Balancer.Address;

    public override ValueTask InitializeAsync() => _nodes.InitializeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _nodes.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenOpenBoard_WhenOneOfTheNodesIsStopped_ThenThePageIsLiveThroughTheOtherAndShowsWhatChanges(bool first)
    {
        var home = await _nodes.A.CareHome("the-limes", 10, 6);
        await _nodes.Show(2);
        var (desk, phone) = (await Desk(), await Phone());
        foreach (var (person, path) in new[] { (desk, home.Locality), (phone, BrowsedBoard.PathOf(home)) })
        {
            await person.Open(path);
            person.MayMissTheServer();
        }

        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live");
        await desk.Remember();
        var page = new HomePage(phone.Page);
        await phone.Tap(page.More);
        await Expect(page.Free).ToHaveTextAsync("5");
        await Expect(Available(desk)).ToHaveTextAsync("5");

        await (first ? _nodes.A : _nodes.B).Stop();

        await phone.Tap(page.More);
        await Expect(Available(desk)).ToHaveTextAsync("6");
        await Expect(page.Free).ToHaveTextAsync("6");
        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live");
        await desk.ShouldNotHaveReloaded();

        Microsoft.Playwright.ILocator Available(Person person) => person.Page.Locator($"[data-site='{home}'] [data-cell=available] strong");
    }
}
