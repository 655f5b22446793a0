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

    /// <summary>True where the command was accepted; a refusal is part of a day's life.</summary>
    public async Task<bool> Send(SiteKind kind, SiteKey site, SiteCommand command, string by, CancellationToken token)
    {
        var address = SiteApi.AddressOf(kind, site);
        using var request = command is RegisterSite register
            ? new HttpRequestMessage(HttpMethod.Put, address) { Content = Json(register.Details) }
            : new HttpRequestMessage(HttpMethod.Post, $"{address}/{NameOf(command)}") { Content = Json(command) };
        request.Headers.Add("Acting-As", by);
        using var response = await http.SendAsync(request, token);
        return response.IsSuccessStatusCode;
    }

    private static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body, body.GetType(), DomainJson.Options), Encoding.UTF8, "application/json");

    private static string NameOf(SiteCommand command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name);
}
