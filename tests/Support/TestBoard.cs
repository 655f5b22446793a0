using System.Text;
using System.Text.Json;
using CapacityBoard.Api;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Support;

/// <summary>A real server on a loopback port of its own over a data folder of its own, and what its users do.</summary>
public sealed class TestBoard : IAsyncLifetime
{
    public const string Locality = "stockport";
    public const BedType Type = BedType.GeneralNursing;

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;
    private HttpClient? _http;

    /// <summary>Changes the server's parts before it is built.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    public string DataFolder => _folder.PathOf("data");

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public IJournal Journal => Services.GetRequiredService<IJournal>();

    public TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    public HttpClient Http => _http!;

    public static async Task<TestBoard> Start(Action<WebApplicationBuilder>? configure = null)
    {
        var board = new TestBoard { Configure = configure };
        await board.InitializeAsync();
        return board;
    }

    public async ValueTask InitializeAsync()
    {
        _app = BoardServer.Build(new("http://127.0.0.1:0", DataFolder), builder =>
        {
            builder.Logging.ClearProviders();
            Configure?.Invoke(builder);
        });
        await _app.StartAsync().Within("the server has started");
        _http = new() { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    /// <summary>The server stops and starts again on the same data folder, at another address.</summary>
    public async Task Restart()
    {
        await Stop();
        await InitializeAsync();
    }

    public Task<Answer> Register(SiteKind kind, SiteKey site, string? operation = null) => Send(
        HttpMethod.Put,
        SiteApi.AddressOf(kind, site),
        Json(new SiteDetails(kind, Labels.OfPart(site.Name), Hospital: kind == SiteKind.Ward ? "Stepping Hill Hospital" : null)),
        operation);

    public Task<Answer> Say(SiteKind kind, SiteKey site, SiteCommand command, string? operation = null) => Send(
        HttpMethod.Post,
        $"{SiteApi.AddressOf(kind, site)}/{JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name)}",
        Json(command),
        operation);

    public Task<Answer> Read(SiteKind kind, SiteKey site) => Get(SiteApi.AddressOf(kind, site));

    /// <summary>A care home is put on the board and declares its beds.</summary>
    public async Task<SiteKey> CareHome(string name, int total = 10, int occupied = 6, string locality = Locality)
    {
        var home = SiteKey.Of(locality, name);
        (await Register(SiteKind.CareHome, home)).ThenAccepted();
        (await Declare(home, total, occupied)).ThenAccepted();
        return home;
    }

    public Task<Answer> Declare(SiteKey home, int total, int occupied, string? operation = null) =>
        Say(SiteKind.CareHome, home, new DeclareVacancies([new(Type, total, occupied)]), operation);

    public Task<Answer> Confirm(SiteKey home, string? operation = null) => Say(SiteKind.CareHome, home, new ConfirmUnchanged(), operation);

    public Task<Answer> Hold(SiteKey home, string stay, DateTimeOffset? until = null, string? operation = null) =>
        Say(SiteKind.CareHome, home, new PlaceHold(Type, stay, Until: until), operation);

    public Task<Screen> Watch(string locality = Locality, BoardCopy? shown = null) => Screen.Open(Address, locality, shown);

    /// <summary>A new screen of a locality, once it shows a version.</summary>
    public async Task<Screen> ScreenShowing(long version, string locality = Locality)
    {
        await OnTheBoard(locality);
        var screen = await Watch(locality);
        await screen.Until(shown => shown.Copy.Version >= version, $"version {version}");
        return screen;
    }

    /// <summary>Waits until a locality's first site is on the board.</summary>
    public async Task OnTheBoard(string locality = Locality)
    {
        var deadline = Task.Delay(TimeSpan.FromSeconds(60));
        while ((await Get($"/api/localities/{locality}/board")).Status == 404)
        {
            deadline.IsCompleted.ShouldBeFalse($"{locality} is on the board");
        }
    }

    /// <summary>Reads a locality's board over HTTP.</summary>
    public async Task<BoardUpdate> ReadBoard(string locality = Locality) => JsonSerializer.Deserialize<BoardUpdate>(
        (await Get($"/api/localities/{locality}/board")).ThenAccepted().Text, DomainJson.Options)!;

    public async Task<Answer> Get(string address)
    {
        using var response = await Http.GetAsync(new Uri(address, UriKind.Relative)).Within($"GET {address} is answered");
        return await Answer.Of(response);
    }

    public async Task<Answer> Send(HttpMethod method, string address, HttpContent? body, string? operation = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (operation is not null)
        {
            request.Headers.Add("Idempotency-Key", operation);
        }

        using var response = await Http.SendAsync(request).Within($"{method} {address} is answered");
        return await Answer.Of(response);
    }

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body, body.GetType(), DomainJson.Options), Encoding.UTF8, "application/json");

    private async Task Stop()
    {
        _http?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync().Within("the server has stopped");
            await _app.DisposeAsync().AsTask().Within("the server is disposed of");
        }
    }
}
