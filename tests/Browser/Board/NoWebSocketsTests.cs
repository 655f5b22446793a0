using CapacityBoard.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Board;

/// <summary>A screen behind a proxy that lets no WebSocket through.</summary>
public sealed class NoWebSocketsTests(SharedBrowser browser) : BrowserTest(browser)
{
    private readonly TestBoard _board = new()
    {
        Configure = builder =>
        {
            builder.Services.AddSingleton<IStartupFilter, NamedPages>();
            builder.Services.AddSingleton<IStartupFilter, NoWebSockets>();
        },
    };

    protected override Uri Address => _board.Address;

    public override ValueTask InitializeAsync() => _board.InitializeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task GivenProxyThatBlocksWebSockets_WhenTheBoardIsOpened_ThenItIsLiveAllTheSame()
    {
        var home = await _board.CareHome("the-limes", 10, 6);
        await _board.OnTheBoard(home);
        var desk = await Desk();
        desk.MayMissTheServer();
        var negotiation = desk.Page.WaitForRequestAsync("**/negotiate*");
        await desk.Open(home.Locality);

        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Live");
        await negotiation;
        await desk.Remember();
        (await _board.Declare(home, 10, 1)).ThenAccepted();

        await Expect(desk.Page.Locator($"[data-site='{home}'] [data-cell=available] strong")).ToHaveTextAsync("9");
        await desk.ShouldNotHaveReloaded();
    }
}
