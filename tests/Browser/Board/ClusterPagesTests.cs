using System.Net;
using CapacityBoard.Cluster;
using CapacityBoard.Support;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Browser.Board;

/// <summary>
/// Orleans' dashboard, under the board's own rules. The content policy denies it the padding of its "Loading…" and one
/// icon font that stands in its style; nothing of it is missed.
/// </summary>
public sealed class ClusterPagesTests(SharedBrowser browser) : BrowserTest(browser)
{
    private readonly TestBoard _board = new() { Settings = { [ClusterDashboard.Setting] = "true" } };

    protected override Uri Address => _board.Address;

    public override ValueTask InitializeAsync() => _board.InitializeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task GivenAdministratorOfEverywhere_ThenTheDashboardIsShown()
    {
        await _board.CareHome("the-limes");
        var desk = await Desk();
        desk.MayBeDenied("Applying inline style", "Loading the font 'data:font");

        await desk.Open(ClusterPages.Path);

        await desk.Page.GetByText("Active Silos").WaitForAsync();
        await desk.Page.GetByText("Cluster Profiling").WaitForAsync();
    }

    [Fact]
    public async Task GivenAdministratorOfALocality_ThenRefused()
    {
        using var ada = _board.Stockport();

        (await ada.Visit($"{ClusterPages.Path}/")).Status.ShouldBe((int)HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("GrainState?grainId=stockport/the-limes&grainType=CareHomeGrain")]
    [InlineData("Trace")]
    public async Task GivenAdministratorOfEverywhere_WhenWhatGrainsHoldOrLogIsAsked_ThenRefused(string page)
    {
        using var grace = _board.Everywhere();

        (await grace.Visit($"{ClusterPages.Path}/version")).Status.ShouldBe((int)HttpStatusCode.OK);
        (await grace.Visit($"{ClusterPages.Path}/{page}")).Status.ShouldBe((int)HttpStatusCode.Forbidden);
    }
}
