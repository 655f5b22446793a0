using CapacityBoard.Access.Accounts;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Support;

/// <summary>A real server on its own loopback port and data folder, and what its users do.</summary>
public sealed class TestBoard : ApiUser, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    /// <summary>Changes the server's services before it is built.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>The PostgreSQL database that this node uses; null for SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Settings by name, overriding those of the environment.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Whether it shows the demonstration, from the next start.</summary>
    public bool Demonstration { get; set; }

    public string DataFolder => _folder.PathOf("data");

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public IJournal Journal => Services.GetRequiredService<IJournal>();

    public TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    public static async Task<TestBoard> Start(Action<WebApplicationBuilder>? configure = null)
    {
        var board = new TestBoard { Configure = configure };
        await board.InitializeAsync();
        return board;
    }

    public async ValueTask InitializeAsync()
    {
        _app = BoardServer.Build(new("http://127.0.0.1:0", DataFolder, Database, Demonstration) { More = WithoutLimits() }, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(FirstAdministrator)));
            Configure?.Invoke(builder);
        });
        await Start(_app);
        await MachineKey.Give(DataFolder, Database);
        Sessions.Know(Address, Services);
        Http = MachineKey.Client(Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    /// <summary>Stops the server and waits until it has stopped.</summary>
    public async Task Stop()
    {
        if (_app is { } app)
        {
            Sessions.Forget(Address);
            _app = null;
            Http.Dispose();
            await app.StopAsync().Within("the server has stopped");
            await app.DisposeAsync().AsTask().Within("the server is disposed of");
        }
    }

    /// <summary>Stops the server and starts it again on the same data folder, at another address.</summary>
    public async Task Restart()
    {
        await Stop();
        await InitializeAsync();
    }

    /// <summary>A server that fails to start is disposed of here, since there is nothing to stop later.</summary>
    private async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync().Within("the server has started");
        }
        catch
        {
            _app = null;
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>All users of a test share one address and one key, so limits that the test does not set are lifted.</summary>
    private Dictionary<string, string?> WithoutLimits() => new[] { "PerAddress", "PerPerson", "PerKey", "WorkedOnAtOnce", "SignInsPerMinute", "HubCalls", "ScreensPerCaller" }
        .Select(limit => KeyValuePair.Create<string, string?>($"Server:Limits:{limit}", "1000000"))
        .Where(limit => !Settings.ContainsKey(limit.Key))
        .Concat(Settings)
        .ToDictionary();

    /// <summary>Waits until a site is on its locality's board, and therefore has a page.</summary>
    public async Task OnTheBoard(SiteKey site)
    {
        await OnTheBoard(site.Locality);
        await Deadline.Until(async () => (await ReadBoard(site.Locality)).Rows.Any(row => row.Site == site), $"{site} is on the board");
    }

    /// <summary>Opens a screen, or reconnects one with the board it showed.</summary>
    public Task<Screen> Watch(string locality = Locality, BoardCopy? shown = null) => Screen.Open(Address, locality, shown);

    /// <summary>Opens a screen and waits until it shows a version.</summary>
    public async Task<Screen> ScreenShowing(long version, string locality = Locality)
    {
        await OnTheBoard(locality);
        var screen = await Watch(locality);
        await screen.Until(shown => shown.Copy.Version >= version, $"version {version}");
        return screen;
    }

    /// <summary>Waits until the locality's first site is on the board.</summary>
    public Task OnTheBoard(string locality = Locality) => Deadline.Until(
        async () => (await Get($"/api/localities/{locality}/board")).Status != 404, $"{locality} is on the board");
}
