using System.Text;
using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Support;

/// <summary>What users of a server do over its HTTP API.</summary>
public class ApiUser
{
    public const string Locality = "stockport";
    public const BedType Type = BedType.GeneralNursing;

    private HttpClient? _http;

    protected ApiUser()
    {
    }

    public ApiUser(HttpClient http) => _http = http;

    public HttpClient Http
    {
        get => _http ?? throw new InvalidOperationException("The server has not been started.");
        protected set => _http = value;
    }

    public Task<Answer> Register(SiteKind kind, SiteKey site, string? operation = null) =>
        Register(site, new(kind, Labels.OfPart(site.Name), Hospital: kind == SiteKind.Ward ? "Stepping Hill Hospital" : null), operation);

    public Task<Answer> Register(SiteKey site, SiteDetails details, string? operation = null) =>
        Send(HttpMethod.Put, SiteApi.AddressOf(details.Kind, site), Json(SiteDetailsJson.Of(details)), operation);

    public Task<Answer> Say(SiteKind kind, SiteKey site, SiteCommand command, string? operation = null) => Send(
        HttpMethod.Post,
        $"{SiteApi.AddressOf(kind, site)}/{JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name)}",
        Json(command),
        operation);

    /// <summary>Sends commands to a site one after the other; each is to be accepted.</summary>
    public async Task SayAll(SiteKind kind, SiteKey site, params IEnumerable<SiteCommand> commands)
    {
        foreach (var command in commands)
        {
            (await Say(kind, site, command)).ThenAccepted();
        }
    }

    public Task<Answer> Read(SiteKind kind, SiteKey site) => Get(SiteApi.AddressOf(kind, site));

    /// <summary>Registers a care home and declares its beds.</summary>
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

    /// <summary>Transfers a person to another ward of the hospital.</summary>
    public Task<Answer> Transfer(SiteKey from, string stay, SiteKey to, string bed) =>
        Send(HttpMethod.Post, $"{SiteApi.AddressOf(SiteKind.Ward, from)}/transfer-stay", Json(new BeginTransfer(stay, to, bed)));

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

    public static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body, body.GetType(), DomainJson.Options), Encoding.UTF8, "application/json");
}
