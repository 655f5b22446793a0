using CapacityBoard.Browser;
using CapacityBoard.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SharedBrowser))]
[assembly: AssemblyFixture(typeof(Databases))]

namespace CapacityBoard.Browser;

/// <summary>The one Chromium of all browser tests, started by the first that needs it: Debian’s without windows, at half the processor time of the whole. CHROMIUM names another.</summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private const string Installed = "/usr/bin/chromium-headless-shell";
    private const float Patience = 30_000;

    private static readonly string[] Quietly =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(() => Start(Environment.GetEnvironmentVariable("CHROMIUM") ?? Installed));

    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        var (_, browser) = await _started.Value;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (driver, browser) = await _started.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
    }

    /// <summary>A browser of one's own, such as the whole Chromium, which the one without windows cannot stand in for everywhere.</summary>
    internal static async Task<(IPlaywright Driver, IBrowser Browser)> Start(string program)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = Quietly,
            Timeout = 2 * Patience,
        });
        return (driver, browser);
    }
}
