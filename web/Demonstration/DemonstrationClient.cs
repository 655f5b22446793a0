using System.Net;
using System.Text;
using System.Text.Json;
using CapacityBoard.Api;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration;

/// <summary>Sends the demonstration's commands as anyone would: over the HTTP API of this server.</summary>
internal sealed class DemonstrationClient(HttpClient http)
{
    /// <summary>Who registers what is invented; the board knows by it that it shows a demonstration.</summary>
    public const string Registrar = "Demonstration";

    /// <summary>Sends a command; a refusal is part of a day's life.</summary>
    /// <param name="operation">Its id; made up where not given.</param>
    /// <exception cref="HttpRequestException">The server could not answer.</exception>
    public async Task Send(SiteKind kind, SiteKey site, SiteCommand command, string by, CancellationToken token, string? operation = null)
    {
        var address = SiteApi.AddressOf(kind, site);
        using var request = command is RegisterSite register
            ? new HttpRequestMessage(HttpMethod.Put, address) { Content = Json(register.Details) }
            : new HttpRequestMessage(HttpMethod.Post, $"{address}/{NameOf(command)}") { Content = Json(command) };
        request.Headers.Add("Acting-As", by);
        if (operation is not null)
        {
            request.Headers.Add("Idempotency-Key", operation);
        }

        using var response = await http.SendAsync(request, token);
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            response.EnsureSuccessStatusCode();
        }
    }

    private static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body, body.GetType(), DomainJson.Options), Encoding.UTF8, "application/json");

    private static string NameOf(SiteCommand command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name);
}
